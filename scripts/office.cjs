// CommonJS: both the test script and the tests themselves look for these programs.
const { accessSync, constants } = require("node:fs");
const path = require("node:path");

const NAMES = ["soffice", "pdftotext", "pdfinfo"];
const PLACES = ["/Applications/LibreOffice.app/Contents/MacOS", "/opt/homebrew/bin", "/usr/local/bin"];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Return the paths of LibreOffice and of Poppler's tools, {soffice, pdftotext, pdfinfo}, or null when one of them is not there. */
function findOffice() {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean), ...PLACES];
  const found = NAMES.map((name) => [name, folders.map((folder) => path.join(folder, name)).find(isProgram)]);
  return found.every(([, file]) => file !== undefined) ? Object.fromEntries(found) : null;
}

module.exports = { findOffice };
