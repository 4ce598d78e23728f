/**
 * What the browser keeps of the explorer: its looks. Tabs, history and headers hold secrets that people type, and the
 * browser would keep them in clear and for ever: they live as long as the page.
 */
const prefix = "graphiql:";
const looks = ["theme", "visiblePlugin", "docExplorerFlex", "editorFlex", "secondaryEditorFlex"];

const isKept = (key) => looks.some((name) => key === prefix + name);

/** Removes what earlier versions left in the browser. */
export function removeWhatWasKept(storages = [localStorage, sessionStorage]) {
  for (const storage of storages)
    for (const key of Object.keys(storage)) if (key.startsWith(prefix) && !isKept(key)) storage.removeItem(key);
}

/** For GraphiQL, in the place of the browser's storage. */
export function createStorage() {
  const ofThisPage = new Map();
  return {
    getItem: (key) => (isKept(key) ? localStorage.getItem(key) : (ofThisPage.get(key) ?? null)),
    setItem: (key, value) => (isKept(key) ? localStorage.setItem(key, value) : ofThisPage.set(key, value)),
    removeItem: (key) => (isKept(key) ? localStorage.removeItem(key) : ofThisPage.delete(key)),
    clear() {
      ofThisPage.clear();
      for (const name of looks) localStorage.removeItem(prefix + name);
    },
    get length() {
      return localStorage.length + ofThisPage.size;
    },
  };
}
