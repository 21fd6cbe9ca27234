require("@swc-node/register");
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { FormulasPlugin } = require("./scripts/formulas/build-plugin.ts");

/** One page serves pane, ribbon commands and custom functions: the shared runtime. */
module.exports = (_, { mode = "production" }) => ({
  mode,
  target: ["web", "es2022"],
  devtool: mode === "production" ? false : "source-map",
  entry: { taskpane: ["./src/functions/index.ts", "./src/taskpane/index.ts", "./src/commands/index.ts"] },
  output: {
    path: path.join(__dirname, "dist"),
    filename: "[name].js",
    publicPath: "",
    clean: true,
  },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: "swc-loader",
          options: {
            jsc: {
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
              target: "es2022",
            },
          },
        },
      },
    ],
  },
  plugins: [
    new FormulasPlugin(),
    new HtmlWebpackPlugin({
      template: "./src/taskpane/taskpane.html",
      filename: "taskpane.html",
      scriptLoading: "blocking",
      inject: "body",
    }),
  ],
  performance: { hints: false },
});
