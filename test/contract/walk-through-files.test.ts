import { endingOf } from "../../examples/walk-through/files.js";

it.each([
  ["application/pdf", "pdf"],
  ["text/plain; charset=utf-8", "txt"],
  ["text/html; charset=utf-8", "html"],
  ["application/zpl", "zpl"],
  ["image/gif", "gif"],
  ["image/jpeg", "jpg"],
  ["application/octet-stream", "bin"],
  [null, "bin"],
])("the walk-through keeps %s as .%s", (contentType, ending) => {
  expect(endingOf(contentType)).toBe(ending);
});
