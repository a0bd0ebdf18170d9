// usage: node validate.mjs FILE...
// Prints one line a fault and ends with 1 where there is one. A Containerfile is linted. Each document of another file is held against the schema of its kind
// (required fields, types, values), and, as a typed literal, against the interface of its kind: a field that Kubernetes
// does not know would be dropped without a word.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import ts from 'typescript';
import YAML from 'yaml';

const here = path.dirname(fileURLToPath(import.meta.url));
const files = process.argv.slice(2);
const isContainerfile = file => path.basename(file) === 'Containerfile';
const documents = files.filter(file => !isContainerfile(file)).flatMap(file => YAML.parseAllDocuments(fs.readFileSync(file, 'utf8')).map((document, index) => {
  if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0].message}`);
  return { name: `${file}#${index + 1}`, value: document.toJS() };
}));
const faults = files.filter(isContainerfile).flatMap(file => validate(fs.readFileSync(file, 'utf8'))
  .map(fault => `${file}:${fault.range.start.line + 1}: ${fault.message}`));

let source = '';
for (const [index, { name, value }] of documents.entries()) {
  const models = await import(`kubernetes-models/${value.apiVersion}`);
  const Model = models[value.kind];
  if (!Model) { faults.push(`${name}: ${value.apiVersion} has no ${value.kind}`); continue; }
  try { new Model(value).validate(); } catch (error) { faults.push(`${name}: ${error.message}`); }
  source += `import type { I${value.kind} as Kind${index} } from 'kubernetes-models/${value.apiVersion}/${value.kind}';\n`
    + `export const document${index}: Kind${index} = ${JSON.stringify(value)};\n`;
}

const file = path.join(here, 'manifests.ts');
const options = { noEmit: true, strict: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.fileExists = name => name === file || fileExists(name);
host.readFile = name => name === file ? source : readFile(name);
host.getSourceFile = (name, ...rest) => name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
for (const diagnostic of ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))) {
  faults.push(ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
}

for (const fault of faults) console.log(fault);
console.log(`${files.length} files, ${documents.length} documents, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
