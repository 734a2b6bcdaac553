/** Lets the tests put a document into the store of their own server, which lives in memory and ends with them. */
export const TOKEN = "written-by-the-tests-of-the-viewer";
