
// What the program seldom calls: a module of its own, which comes when the page is alive.
const seldom = new URL("./seldom.wasm", import.meta.url);
const ALARM = "A part of this page has not arrived, and there is no connection. OK tries again: nothing is lost.";

let coming;

/** Done when the part is here, or where a program has none. */
export async function fetch_seldom() {
  const program = initSync(undefined, undefined);
  if (program.seldom_is_here?.value !== 0) return;
  coming ??= WebAssembly.instantiateStreaming(fetch(seldom), { program });
  try {
    await coming;
  } catch (reason) {
    coming = undefined;
    throw reason;
  }
}

/** For what is called before the part is here: waits for it, as nothing else can happen meanwhile. */
export function fetch_seldom_now() {
  const program = initSync(undefined, undefined);
  while (program.seldom_is_here.value === 0) {
    const request = new XMLHttpRequest();
    try {
      request.open("GET", seldom, false);
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      const bytes = Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
      new WebAssembly.Instance(new WebAssembly.Module(bytes), { program });
    } catch {
      if (request.status === 404) {
        // What is not sent yet is kept on the device: there is nothing to ask.
        window.onbeforeunload = null;
        location.reload();
        throw new Error("the server has another program by now: the page is loaded anew");
      }
      alert(ALARM);
    }
  }
}
