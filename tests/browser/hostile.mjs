// An event whose articles try everything that a page could fall for.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const HOSTILE = [
  "</script><script>window.broken = 1</script>", "<img src=x onerror='window.broken = 2'>",
  "<svg onload='window.broken = 3'>", "--><style>body { display: none }</style><!--", "<a href='javascript:broken=4'>x</a>",
  "\u202edesrever\u2066 \u001b[31m \u0007", "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=https://evil.example'>",
  "\" onmouseover=\"window.broken = 5\" x=\"", "{{ event }} ${1 + 1} &lt;b&gt;",
].join(" ");

export function writeHostileEvent(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [at, url] of ["javascript:window.broken=6", "data:text/html,<script>broken=7</script>", "https://post.example/\"><b>"].entries()) {
    const article = {
      outlet: `Post ${at} ${HOSTILE}`,
      title: `Title ${at} ${HOSTILE}`,
      byline: HOSTILE,
      language: `en" onclick="broken=8`,
      url,
      text: `“The bridge is safe and the ${HOSTILE} river stays open,” said Mayor Ann Lee ${HOSTILE}.\n\nComment: ${HOSTILE} is a shame.\n\n` +
        `“The bridge ${at === 1 ? "is not" : "is"} closed for ${at + 3} days,” she said.`,
    };
    writeFileSync(join(folder, `post-${at}.json`), JSON.stringify(article));
  }
  return folder;
}
