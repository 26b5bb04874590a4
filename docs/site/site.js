// What scrolls sideways is reached by keyboard, and the buttons beside each block of code are told apart.
function complete() {
  for (const block of document.querySelectorAll(".md-typeset pre > code, .md-typeset__scrollwrap")) {
    if (block.tabIndex !== 0) {
      block.tabIndex = 0;
    }
  }
  document.querySelectorAll(".md-code__nav").forEach((bar, index) => {
    if (!bar.ariaLabel) {
      bar.ariaLabel = `Buttons of code block ${index + 1}`;
    }
  });
}

complete();
new MutationObserver(complete).observe(document.body, { attributeFilter: ["tabindex"], childList: true, subtree: true });
