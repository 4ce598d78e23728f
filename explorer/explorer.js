import { createAnswers, namesIn } from "./answers.js";
import { createStorage, removeWhatWasKept } from "./storage.js";

/** The explorer page in the browser: Apollo Sandbox from Apollo's CDN, else GraphiQL from this server. */
const data = JSON.parse(document.getElementById("explorer-data").textContent);
const asked = new URLSearchParams(location.search);
/** The operations that are shown: those of the address, else the first. */
const shown = data.sets.find(({ key }) => key === asked.get("operations")) ?? data.sets[0];
const place = document.getElementById("explorer");
const endpoint = new URL("graphql", document.baseURI).href;
const pretty = (value) => JSON.stringify(value, null, 2);

const answers = createAnswers(shown.operations);

/** Sandbox sends the variables of all its operations. */
function usedBy(operationName, query, variables) {
  const [operation] = query.split(/^(?=\s*(?:query|mutation)\s)/m).filter((text) => namesIn(text)[0] === operationName);
  return Object.entries(variables ?? {}).flatMap(([name, value]) => (operation?.includes(`$${name}`) ? [value] : []));
}

/** An answer in GraphQL's own form, so that it shows where answers show. */
const runFirst = (name) =>
  Response.json({ errors: [{ message: `Run ${name} first: this example goes on with what it gives.` }] });

/** As `fetch` for GraphQL: fills in what earlier operations gave, and remembers what this one gives. */
async function fetchFilledIn(url, options) {
  const request = JSON.parse(options.body);
  const names = namesIn(request.query);
  // For a moment after a tab was chosen, GraphiQL still names the operation of the tab before.
  const operationName = names.includes(request.operationName) ? request.operationName : names[0];
  const variables = answers.fillIn(request.variables);
  const missing = answers.missingIn(usedBy(operationName, request.query, variables));
  if (missing) return runFirst(missing);
  const body = JSON.stringify({ ...request, operationName, variables });
  const response = await fetch(url, { ...options, body });
  const { data } = await response.clone().json();
  if (operationName && data) answers.remember(operationName, data);
  return response;
}

/** Rejects unless the frame says something in time: it may be blocked where its script was not. */
function frameSpeaks(origin, timeoutMs) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the frame is silent")), timeoutMs);
    window.addEventListener("message", (event) => {
      if (event.origin === origin) resolve(clearTimeout(timer));
    });
  });
}

function loadScript(src, timeoutMs) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src });
    const giveUp = () => {
      script.remove();
      reject(new Error(`${src} took too long`));
    };
    const timer = timeoutMs && setTimeout(giveUp, timeoutMs);
    script.onload = () => resolve(clearTimeout(timer));
    script.onerror = () => reject(new Error(`${src} cannot be loaded`));
    document.head.append(script);
  });
}

function loadStyle(href) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

function show(name, hint, notice) {
  document.body.dataset.explorer = name;
  document.getElementById("hint").textContent = hint;
  for (const other of ["sandbox", "graphiql"]) {
    const link = document.getElementById(`to-${other}`);
    if (other === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const bar = document.getElementById("notice");
  bar.textContent = notice ?? "";
  bar.hidden = notice === undefined;
}

async function showSandbox() {
  await loadScript(data.sandboxScript, data.sandboxTimeoutMs);
  show(
    "sandbox",
    "Run the operations in order: each finds what the ones before made. Reload to start over. Sandbox may keep what is typed: enter secrets in GraphiQL.",
  );
  place.replaceChildren();
  const isShown = frameSpeaks(data.sandboxFrame, data.frameTimeoutMs);
  new window.EmbeddedSandbox({
    target: "#explorer",
    initialEndpoint: endpoint,
    endpointIsEditable: false,
    hideCookieToggle: true,
    runTelemetry: false,
    allowDynamicStyles: false,
    handleRequest: fetchFilledIn,
    initialState: {
      document: shown.sandbox.document,
      variables: shown.sandbox.variables,
      headers: data.headers,
      includeCookies: false,
    },
  });
  isShown.catch(() =>
    show("sandbox", "", "Apollo Sandbox does not answer. GraphiQL is served from here: choose it above."),
  );
}

async function showGraphiql(notice) {
  loadStyle("explorer/graphiql.min.css");
  await loadScript("explorer/react.production.min.js");
  await loadScript("explorer/react-dom.production.min.js");
  await loadScript("explorer/graphiql.min.js");
  show("graphiql", "Run the tabs in order: each finds what the ones before made. Reload to start over.", notice);
  const { React, ReactDOM, GraphiQL } = window;
  const headers = pretty(data.headers);
  const defaultTabs = shown.operations.map(({ document: query, variables }) => ({
    query,
    variables: Object.keys(variables).length > 0 ? pretty(variables) : "",
    headers,
  }));
  const properties = {
    fetcher: GraphiQL.createFetcher({ url: endpoint, fetch: fetchFilledIn }),
    storage: createStorage(),
    shouldPersistHeaders: false,
    showPersistHeadersSettings: false,
    defaultTabs,
    // Of the tab that it opens with, GraphiQL takes the operation only.
    variables: defaultTabs[0].variables,
    defaultHeaders: headers,
    defaultEditorToolsVisibility: "variables",
  };
  ReactDOM.createRoot(place).render(React.createElement(GraphiQL, properties));
  showExamplesMenu();
}

/** All tabs at a glance: the bar shows the first few only. */
function showExamplesMenu() {
  const menu = document.getElementById("examples");
  const names = shown.operations.flatMap(({ document: query }) => namesIn(query));
  menu.append(...names.map((name, index) => new Option(`${index + 1}. ${name}`, name)));
  menu.parentElement.hidden = false;
  place.addEventListener("click", (event) => {
    const name = event.target.closest?.(".graphiql-tab-button")?.textContent;
    if (names.includes(name)) menu.value = name;
  });
  menu.onchange = () => {
    const tab = [...document.querySelectorAll(".graphiql-tab-button")].find(
      (button) => button.textContent === menu.value,
    );
    tab?.click();
    tab?.scrollIntoView({ inline: "center" });
  };
}

/** The same page with another choice in its address. */
function linkTo(name, value) {
  const query = new URLSearchParams(asked);
  query.set(name, value);
  return `?${query}`;
}

function showLinks() {
  for (const explorer of ["sandbox", "graphiql"])
    document.getElementById(`to-${explorer}`).href = linkTo("explorer", explorer);
  for (const { key, title } of data.sets) {
    const link = Object.assign(document.createElement("a"), { href: linkTo("operations", key), textContent: title });
    if (key === shown.key) link.setAttribute("aria-current", "page");
    document.getElementById("sets").append(link);
  }
}

async function start() {
  removeWhatWasKept();
  showLinks();
  if (asked.get("explorer") === "graphiql") return showGraphiql();
  try {
    await showSandbox();
  } catch {
    await showGraphiql(
      "Apollo Sandbox comes from the internet and cannot be loaded. This is GraphiQL, served from here.",
    );
  }
}

start().catch((error) => {
  place.textContent = `The explorer cannot be shown: ${error.message}. GraphQL is at ${endpoint}.`;
});
