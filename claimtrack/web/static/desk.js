// Before textual.js starts (at load): where its socket is. After: keys go to the desk without a click.
"use strict";

const terminal = document.getElementById("terminal");
terminal.dataset.sessionWebsocketUrl = `ws://${location.host}/ws`;

const again = document.getElementById("again");
again.addEventListener("click", () => location.reload());

const state = document.body.classList;
new MutationObserver(() => {
  if (state.contains("-closed")) again.focus();
  else if (state.contains("-first-byte")) terminal.querySelector(".xterm-helper-textarea")?.focus();
}).observe(document.body, { attributes: true, attributeFilter: ["class"] });
