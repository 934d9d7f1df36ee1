// The page of a catalogue: what a course asks for and what asks for it, as a picture of three columns and as a tree.
"use strict";

(() => {
  const things = JSON.parse(document.getElementById("picture").textContent).things;
  const known = new Map(things.map((t) => [`${t.kind} ${t.key}`, t]));
  const leaves = (nodes) => nodes.flatMap((n) => (n.kind === "set" ? leaves(n.parts || []) : [n]));
  const asks = (thing) => {
    const seen = new Map();
    for (const leaf of leaves(thing.bundles)) seen.set(`${leaf.kind} ${leaf.key}`, leaf);
    return [...seen.keys()];
  };
  const askers = (id) => things.filter((t) => asks(t).includes(id)).map((t) => `${t.kind} ${t.key}`);
  const label = (id) => id.slice(id.indexOf(" ") + 1);
  const kindOf = (id) => id.slice(0, id.indexOf(" ")).replaceAll("_", " ");
  const el = (tag, attributes = {}, ...children) => {
    const svg = ["svg", "g", "rect", "text", "path", "title"].includes(tag);
    const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== null) made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  };
  let chosen = things.find((t) => t.bundles.length) || things[0];

  const WIDTH = 220, HEIGHT = 44, GAP = 14, COLUMN = 310;
  function box(id, x, y, isChosen) {
    const text = label(id).length > 26 ? label(id).slice(0, 25) + "…" : label(id);
    const thing = known.get(id);
    const choose = () => { if (thing) { chosen = thing; draw(); } };
    return el("g", {transform: `translate(${x},${y})`, role: thing ? "button" : "img", tabindex: thing ? "0" : null,
      "aria-label": `${kindOf(id)} ${label(id)}`, onclick: choose,
      onkeydown: (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(); } }},
    el("title", {}, label(id)), el("rect", {class: `box${isChosen ? " chosen" : ""}`, width: WIDTH, height: HEIGHT, rx: 8}),
    el("text", {x: 12, y: 19, "font-weight": 600}, text), el("text", {x: 12, y: 35, opacity: .7}, kindOf(id)));
  }
  function graph() {
    const id = `${chosen.kind} ${chosen.key}`, left = asks(chosen), right = askers(id);
    const rows = Math.max(left.length, right.length, 1), height = rows * (HEIGHT + GAP) + GAP;
    const svg = el("svg", {viewBox: `0 0 ${2 * COLUMN + WIDTH + 20} ${height}`, role: "group", "aria-label": "What is asked for stands on the left, what asks for it on the right"});
    const y = (count, i) => (height - count * (HEIGHT + GAP) + GAP) / 2 + i * (HEIGHT + GAP);
    const curve = (x1, y1, x2, y2) => el("path", {d: `M${x1},${y1} C${(x1 + x2) / 2},${y1} ${(x1 + x2) / 2},${y2} ${x2},${y2}`});
    const middle = y(1, 0) + HEIGHT / 2;
    left.forEach((_, i) => svg.append(curve(10 + WIDTH, y(left.length, i) + HEIGHT / 2, 10 + COLUMN, middle)));
    right.forEach((_, i) => svg.append(curve(10 + COLUMN + WIDTH, middle, 10 + 2 * COLUMN, y(right.length, i) + HEIGHT / 2)));
    left.forEach((each, i) => svg.append(box(each, 10, y(left.length, i), false)));
    svg.append(box(id, 10 + COLUMN, y(1, 0), true));
    right.forEach((each, i) => svg.append(box(each, 10 + 2 * COLUMN, y(right.length, i), false)));
    return svg;
  }
  function tree(nodes) {
    const list = el("ul");
    for (const node of nodes) {
      const rest = (node.minimum ? `, ${node.minimum.replaceAll("_", " ")} is enough` : "") + (node.required ? "" : " (recommended)");
      if (node.kind !== "set") {
        list.append(el("li", {}, `${node.kind.replaceAll("_", " ")} ${node.key}${rest}`));
      } else {
        const parts = node.parts || [], all = node.least >= parts.length;
        list.append(el("li", {}, (all ? "all of these" : node.least === 1 ? "one of these" : `${node.least} of these`) + rest, tree(parts)));
      }
    }
    return list;
  }
  function draw() {
    document.getElementById("graph").replaceChildren(...(chosen ? [graph()] : []));
    const box = document.getElementById("chosen");
    box.replaceChildren();
    if (chosen) {
      box.append(el("h2", {}, `${chosen.key}${chosen.name ? ": " + chosen.name : ""}`));
      box.append(chosen.bundles.length ? el("p", {class: "note"}, chosen.bundles.length > 1 ? "Any one of these is enough:" : "It asks for:") : el("p", {class: "note"}, "It asks for nothing."));
      box.append(tree(chosen.bundles));
    }
    list();
  }
  function list() {
    const wanted = document.getElementById("search").value.toLowerCase();
    const shown = things.filter((t) => `${t.key} ${t.name}`.toLowerCase().includes(wanted)).slice(0, 300);
    document.getElementById("list").replaceChildren(...shown.map((t) => el("li", {}, el("button", {
      type: "button", class: "finding info", "aria-pressed": String(t === chosen), onclick: () => { chosen = t; draw(); },
    }, t.key, el("small", {}, `${t.kind.replaceAll("_", " ")}${t.bundles.length ? " · " + t.bundles.length + (t.bundles.length > 1 ? " bundles" : " bundle") : ""}`)))));
  }
  document.getElementById("search").addEventListener("input", list);
  draw();
})();
