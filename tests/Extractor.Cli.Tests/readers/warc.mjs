// Reads WARC files with warcio and prints what they hold, one JSON array. Ends with 1 where a record is not sound.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { WARCParser } from "warcio";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes) {
  let text = "", held = 0, bits = 0;
  for (const value of bytes) {
    held = (held << 8) | value;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  if (bits > 0) text += alphabet[(held << (5 - bits)) & 31];
  return text.padEnd(Math.ceil(text.length / 8) * 8, "=");
}

const digest = (bytes) => "sha256:" + base32(createHash("sha256").update(bytes).digest());

function check(holds, message) {
  if (!holds) throw new Error(message);
}

console.warn = (message) => { throw new Error(message); };

const records = [];
for (const file of process.argv.slice(2)) {
  const parser = new WARCParser(createReadStream(file), { parseHttp: false });
  for await (const record of parser) {
    const header = (name) => record.warcHeaders.headers.get(name);
    const block = await record.readFully(false);
    const place = `${file} at ${parser.offset} ${record.warcType} ${record.warcTargetURI}`;
    check(record.warcHeaders.protocol === "WARC/1.1", `${place}: no WARC/1.1`);
    check(block.length === Number(header("Content-Length")), `${place}: ${block.length} bytes`);
    check(digest(block) === header("WARC-Block-Digest"), `${place}: block digest`);
    const end = record.warcType === "response" ? Buffer.from(block).indexOf("\r\n\r\n") + 4 : 0;
    if (end) check(digest(block.subarray(end)) === header("WARC-Payload-Digest"), `${place}: payload digest`);
    records.push({
      file, offset: parser.offset, type: record.warcType, id: header("WARC-Record-ID"), date: header("WARC-Date"), url: record.warcTargetURI,
      payload: header("WARC-Payload-Digest"), refersTo: header("WARC-Refers-To-Target-URI"), refersToDate: header("WARC-Refers-To-Date"),
      concurrentTo: header("WARC-Concurrent-To"), truncated: header("WARC-Truncated"),
    });
  }

  // Once more as a replay tool reads it: HTTP heads apart, bodies unpacked.
  let index = records.length - records.filter((record) => record.file === file).length;
  for await (const record of new WARCParser(createReadStream(file))) {
    const known = records[index++];
    known.status = record.httpHeaders ? Number(record.httpHeaders.statusCode) || null : null;
    known.length = (await record.readFully(true)).length;
  }
}

// Every request belongs to an answer, every revisit refers to an answer that is there, with its date and its payload.
const ids = new Set(records.map((record) => record.id));
check(ids.size === records.length, "two records have one id");
const answers = new Set(records.filter((record) => record.type === "response").map((record) => `${record.url} ${record.date} ${record.payload}`));
for (const record of records) {
  if (record.type === "request") check(ids.has(record.concurrentTo), `${record.url}: request without an answer`);
  if (record.type === "revisit") check(answers.has(`${record.refersTo} ${record.refersToDate} ${record.payload}`), `${record.url} ${record.date}: revisit of nothing`);
}

console.log(JSON.stringify(records));
