// Draws the BPMN of a page with bpmn-js.
"use strict";

(async () => {
  const canvas = document.querySelector("[data-diagram]");
  if (!canvas || typeof BpmnJS === "undefined") return;
  const embedded = document.querySelector("[data-bpmn]");
  try {
    let xml;
    if (embedded) {
      xml = embedded.value;
    } else {
      const answer = await fetch(canvas.dataset.diagram);
      if (!answer.ok) throw new Error(answer.statusText);
      xml = await answer.text();
    }
    canvas.replaceChildren();
    // Colours of the page, which follow the scheme of the screen, and of paper.
    const colours = { defaultFillColor: "var(--paper)", defaultStrokeColor: "var(--ink)", defaultLabelColor: "var(--ink)" };
    const viewer = new BpmnJS({ container: canvas, bpmnRenderer: colours });
    await viewer.importXML(xml);
    canvas.querySelector("svg").tabIndex = -1; // the keys are those of the canvas around it, which has a name
    const drawing = viewer.get("canvas");
    const fit = () => {
      drawing.zoom("fit-viewport", "auto");
      // A wide process is shown from its beginning, in letters that can be read.
      if (drawing.zoom() < 0.55) {
        const box = drawing.viewbox().inner;
        const height = Math.min(box.height + 60, canvas.clientHeight / 0.55);
        const width = height * canvas.clientWidth / canvas.clientHeight;
        drawing.viewbox({ x: box.x - 30, y: box.y - 30, width, height });
      }
    };
    fit();
    const bar = canvas.parentElement.querySelector(".zoom");
    bar.hidden = false;
    bar.addEventListener("click", (e) => {
      const how = e.target.dataset.zoom;
      if (how === "in") drawing.zoom(drawing.zoom() * 1.25);
      if (how === "out") drawing.zoom(drawing.zoom() / 1.25);
      if (how === "fit") drawing.zoom("fit-viewport", "auto");
    });
    canvas.addEventListener("keydown", (e) => {
      const by = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] }[e.key];
      if (!by) return;
      e.preventDefault();
      drawing.scroll({ dx: by[0], dy: by[1] });
    });
    canvas.dataset.drawn = "true";
  } catch (error) {
    const p = document.createElement("p");
    p.textContent = canvas.dataset.failed;
    canvas.replaceChildren(p);
  }
})();
