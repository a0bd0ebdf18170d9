// Validates data packages and the schemas in them against the Frictionless profiles: node package.mjs datapackage.json ...;
// prints [{ valid, errors }].
import { readFileSync } from 'node:fs'
import datapackage from 'datapackage'
import tableschema from 'tableschema'

const results = []
for (const path of process.argv.slice(2)) {
  const descriptor = JSON.parse(readFileSync(path, 'utf8'))
  const verdicts = [await datapackage.validate(descriptor)]
  for (const { schema } of descriptor.resources) verdicts.push(await tableschema.validate(schema))
  const errors = verdicts.flatMap(verdict => verdict.errors.map(error => error.message))
  results.push({ valid: verdicts.every(verdict => verdict.valid), errors })
}
console.log(JSON.stringify(results))
