require("@swc-node/register");
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { BannerPlugin, EvalSourceMapDevToolPlugin } = require("webpack");
const { FormulasPlugin } = require("./scripts/formulas/build-plugin.ts");
const { ManifestPlugin } = require("./scripts/manifest/build-plugin.ts");
const { thirdPartyNoticesPlugin } = require("./scripts/manifest/third-party-notices.ts");

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

/**
 * What the language brings, each script takes from the page once. A page without a browser (a report without a screen, the
 * tests) asks its window each time that a name such as `Math` is met, which made formulas of large lists take ten times as long.
 */
const builtIns = [
  "Array",
  "Float64Array",
  "Infinity",
  "Int32Array",
  "JSON",
  "Map",
  "Math",
  "NaN",
  "Number",
  "Object",
  "Set",
  "String",
  "Uint8Array",
  "Uint32Array",
].join(", ");
const builtInsOnce = [
  new BannerPlugin({ raw: true, test: /\.js$/, banner: `(function (${builtIns}) {` }),
  new BannerPlugin({ raw: true, test: /\.js$/, footer: true, banner: `}).call(this, ${builtIns});` }),
];

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
    chunkFilename: "[name].js",
    publicPath: "",
    clean: true,
  },
  module: { rules: [typescript()] },
  optimization: {
    splitChunks: {
      cacheGroups: {
        // What reads a list is there before anything else that travels apart: what they share travels with it.
        lists: {
          name: "lists",
          chunks: "async",
          minChunks: 2,
          enforce: true,
          priority: 10,
          test: (module, { chunkGraph }) =>
            [...chunkGraph.getModuleChunksIterable(module)].some(({ name }) => name === "reading"),
        },
        // What adds the sample and what knows it again travel at different times, mostly not at all.
        sampleList: {
          name: "sample-list",
          chunks: "async",
          minChunks: 2,
          enforce: true,
          test: /[\\/](?:portfolio[\\/]sample[\\/]|locales[\\/](?:\w+[\\/])*sample)/,
        },
      },
    },
  },
  plugins: [
    new FormulasPlugin(),
    new ManifestPlugin(),
    ...builtInsOnce,
    // A development build carries the tools that reload it.
    ...(mode === "production" ? [thirdPartyNoticesPlugin()] : []),
    new HtmlWebpackPlugin({
      template: "./src/taskpane/taskpane.html",
      filename: "taskpane.html",
      scriptLoading: "blocking",
      inject: "body",
    }),
  ],
});

/** What the workbench's page may load: its own files and what it drew itself. A development build evaluates its source maps. */
const workbenchPolicy = (mode) =>
  [
    "default-src 'none'",
    `script-src 'self'${mode === "production" ? "" : " 'unsafe-eval'"}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/**
 * The page that stands in for Excel (`npm start`). Its libraries are in production dress in every mode: the xlsx library checks
 * its own output otherwise, and unused icons would make most of the page. Terser would take minutes for them.
 */
const workbench = (_, { mode = "production" }) => ({
  ...source,
  name: "workbench",
  mode: "production",
  devtool: false,
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
  optimization:
    mode === "production"
      ? {
          // Add-ins learn the names of the object model's classes; modules put together would give some of them others.
          concatenateModules: false,
          minimizer: [
            new MinimizerPlugin({
              minify: MinimizerPlugin.swcMinify,
              extractComments: false,
              minimizerOptions: { compress: { keep_classnames: true }, mangle: { keep_classnames: true } },
            }),
          ],
        }
      : { minimize: false, concatenateModules: false },
  plugins: [
    // Where something breaks is shown in our own sources; a map of the libraries would be larger than they are.
    ...(mode === "production"
      ? []
      : [new EvalSourceMapDevToolPlugin({ exclude: /node_modules/, columns: false })]),
    new HtmlWebpackPlugin({
      template: "./src/host/workbench/workbench.html",
      filename: "workbench.html",
      scriptLoading: "blocking",
      inject: "body",
      meta: { policy: { "http-equiv": "Content-Security-Policy", content: workbenchPolicy(mode) } },
    }),
  ],
});

module.exports = [addIn, workbench];
