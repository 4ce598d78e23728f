/** The page around the explorers. `data` reaches explorer.js as text: nothing in it can end the script element. */
export function pageHtml(data: unknown): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Shipping subgraph</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="explorer/explorer.css">
<script type="application/json" id="explorer-data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script src="explorer/explorer.js" type="module"></script>
</head>
<body>
<header>
  <h1>Shipping subgraph</h1>
  <p id="hint"></p>
  <nav aria-label="Operations" id="sets"></nav>
  <label hidden>Examples <select id="examples"></select></label>
  <nav aria-label="Explorer">
    <a href="?explorer=sandbox" id="to-sandbox">Apollo Sandbox</a>
    <a href="?explorer=graphiql" id="to-graphiql">GraphiQL</a>
  </nav>
</header>
<p id="notice" role="status" hidden></p>
<main id="explorer"><p class="wait">Loading the explorer&hellip;</p></main>
<noscript>The explorer needs JavaScript. GraphQL is at <code>/graphql</code>.</noscript>
</body>
</html>
`;
}
