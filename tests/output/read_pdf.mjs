// Prints the text of a PDF file as pdf.js reads it: node read_pdf.mjs FOLDER-OF-PDFJS FILE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

globalThis.DOMMatrix ??= class {}; // nothing is drawn
globalThis.Path2D ??= class {};
const [folder, path] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
const file = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
for (let number = 1; number <= file.numPages; number++) {
  const { items } = await (await file.getPage(number)).getTextContent();
  console.log(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}
