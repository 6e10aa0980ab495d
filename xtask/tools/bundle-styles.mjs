// Bundles and minifies one style sheet with everything it imports: node bundle-styles.mjs FROM TO PAGES
// Of the sheets in vendor/ only the rules whose names the pages under PAGES use are kept.
import { readFileSync, writeFileSync } from "node:fs";
import { bundleAsync } from "lightningcss";
import { PurgeCSS } from "purgecss";

const [from, to, pages] = process.argv.slice(2);
const version = (major, minor = 0) => (major << 16) | (minor << 8);

async function read(file) {
  const raw = readFileSync(file, "utf8");
  if (!file.includes("/vendor/")) return withoutQuestions(raw, file);
  const [{ css }] = await new PurgeCSS().purge({ content: [`${pages}/**/*.rs`], css: [{ raw }] });
  return css;
}

// A style that asks what an element holds is looked up again whenever something changes in it, at every tap and in every row
// that comes: the element says so by a class instead. On paper nothing changes.
function withoutQuestions(css, file) {
  if (css.includes(":has(") && !file.endsWith("/print.css")) throw new Error(`${file} asks by :has() what an element holds; give it a class`);
  return css;
}

const { code, warnings } = await bundleAsync({
  filename: from,
  minify: true,
  resolver: { read },
  // What hospital desktops and tablets run; all of these know cascade layers.
  targets: {
    chrome: version(109),
    edge: version(109),
    firefox: version(115),
    safari: version(15, 4),
    ios_saf: version(15, 4),
  },
});

for (const { message, loc } of warnings) {
  console.error(`${loc?.filename ?? from}:${loc?.line ?? 0}: ${message}`);
}
if (warnings.length > 0) process.exit(1);

writeFileSync(to, code);
