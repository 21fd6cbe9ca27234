require("@swc-node/register");
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { FormulasPlugin } = require("./scripts/formulas/build-plugin.ts");

/** What both pages are written in. */
const source = {
  target: ["web", "es2022"],
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  performance: { hints: false },
  infrastructureLogging: { level: "warn" },
};

const typescript = (react) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: "swc-loader",
    options: {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic", ...react } },
        target: "es2022",
      },
    },
  },
});

/** The add-in, as it is delivered. One page serves pane, ribbon commands and custom functions: the shared runtime. */
const addIn = (_, { mode = "production" }) => ({
  ...source,
  name: "add-in",
  mode,
  devtool: mode === "production" ? false : "source-map",
  entry: { taskpane: ["./src/functions/index.ts", "./src/taskpane/index.ts", "./src/commands/index.ts"] },
  output: {
    path: path.join(__dirname, "dist"),
    filename: "[name].js",
    publicPath: "",
    clean: true,
  },
  module: { rules: [typescript()] },
  plugins: [
    new FormulasPlugin(),
    new HtmlWebpackPlugin({
      template: "./src/taskpane/taskpane.html",
      filename: "taskpane.html",
      scriptLoading: "blocking",
      inject: "body",
    }),
  ],
});

/** The page that stands in for Excel (`npm start`): never delivered, so never squeezed. */
const workbench = (_, { mode = "production" }) => ({
  ...source,
  name: "workbench",
  mode,
  devtool: mode === "production" ? false : "eval-cheap-module-source-map",
  entry: { workbench: "./src/host/workbench/index.tsx" },
  output: {
    path: path.join(__dirname, "build", "workbench"),
    filename: "[name].js",
    publicPath: "",
    clean: true,
  },
  module: {
    rules: [typescript({ development: false }), { test: /\.css$/, use: ["style-loader", "css-loader"] }],
  },
  // The xlsx library checks its own output unless it runs in production: that doubles the time.
  optimization: { minimize: false, nodeEnv: "production" },
  cache: { type: "filesystem", name: `workbench-${mode}`, buildDependencies: { config: [__filename] } },
  plugins: [
    new HtmlWebpackPlugin({
      template: "./src/host/workbench/workbench.html",
      filename: "workbench.html",
      scriptLoading: "blocking",
      inject: "body",
    }),
  ],
});

module.exports = [addIn, workbench];
