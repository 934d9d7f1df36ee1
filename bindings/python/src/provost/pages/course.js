// The page of a course: an author goes through it, chooses what happens, and has the steps of a finding played.
"use strict";

(() => {
  const picture = JSON.parse(document.getElementById("picture").textContent);
  const course = Walk.compile(picture);
  const findings = picture.findings || [];
  let way = [];          // steps taken, each with the state after it
  let chosen = null;     // the finding whose steps are played
  let at = 0;            // how many of its steps have been played

  const start = Walk.begin(course);
  const now = () => (way.length ? way[way.length - 1].state : start.state);
  const el = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter((c) => c !== null && c !== undefined));
    return made;
  };
  const nameOf = (key) => {
    const c = course.components[course.place.get(key)];
    return c ? c.name || c.key : key;
  };
  const moment = (text) => text.replace("T", " ").replace(":00Z", " UTC");

  function words(step) {
    const name = nameOf(step.component);
    switch (step.happening) {
      case "opened": return `${name}: opened`;
      case "confirmed": return `${name}: the participant says that it is done`;
      case "tutor_confirmed": return `${name}: a tutor says that it is done`;
      case "settled": return `${name}: the course set is ${step.status}`;
      case "date": return step.at ? `The moment ${moment(step.at)} passes` : `A moment of ${name} passes`;
      default: return `${name}: a try ends ${step.status}` + (step.percent !== undefined ? ` with ${step.percent} %` : "");
    }
  }
  function take(step) {
    const {state, report} = Walk.take(course, now(), step);
    way.push({step, state, report});
  }
  function choose(step) { chosen = null; take(step); draw(); }

  function stateOf(i) {
    const c = course.components[i], state = now(), d = state.done[i];
    if (c.state === "for_tutors") return ["locked", "◌", "for tutors only"];
    if (Walk.isProcessed(course, state, i)) return ["processed", "✓", d.passed ? "passed" : "processed"];
    if (Walk.isFailed(course, state, i)) return ["failed", "✗", Walk.hasTries(c, d) ? "failed" : "failed, no tries left"];
    if (d.running) return ["running", "●", "begun"];
    if (c.kind === "folder") return ["open", "▸", "folder"];
    if (Walk.isOpen(course, state, i)) return ["open", "○", Walk.hasTries(c, d) ? "open" : "open, no tries left"];
    return Walk.isUnlocked(course, state, i) ? ["waiting", "◷", "not at this time"] : ["locked", "◼", "locked"];
  }
  // What would open it.
  function hint(c) {
    const rules = course.rules.filter((r) => (r.opens || []).includes(c.key));
    if (!rules.length) return "No rule opens it again.";
    return "Opens with " + rules.map((r) => `${nameOf(r.component)}: ${r.asks}`).join(", or ") + ".";
  }

  function choicesOf(i) {
    const c = course.components[i], steps = Walk.choices(course, now(), i);
    if (!steps.length) return null;
    const box = el("div", {class: "choices"});
    const labels = {opened: "open", confirmed: "confirm", tutor_confirmed: "tutor confirms"};
    const percents = (c.percents || []);
    let percent = percents[0];
    const shown = new Set();
    for (const step of steps) {
      const label = labels[step.happening] || step.status;
      if (shown.has(label)) continue;
      shown.add(label);
      const made = () => (step.happening === "ended" && percents.length ? {...step, percent} : step);
      box.append(el("button", {type: "button", onclick: () => choose(made()), "aria-label": `${c.name || c.key}: ${label}`}, label));
    }
    if (percents.length && steps.some((s) => s.happening === "ended")) {
      const select = el("select", {"aria-label": `Percent of ${c.name || c.key}`, onchange: (e) => { percent = e.target.value; }});
      for (const each of percents) select.append(el("option", {value: each}, `with ${each} %`));
      box.append(select);
    }
    return box;
  }

  function component(i, last) {
    const c = course.components[i], [kind, sign, text] = stateOf(i);
    const touched = last && (last.step.component === c.key || last.report.filled.includes(c.key));
    const found = (c.findings || []).map((n) => el("button", {
      type: "button", class: "badge", title: findings[n].sentence, "aria-label": `Finding ${n + 1}: ${findings[n].sentence}`,
      onclick: () => play(n),
    }, String(n + 1)));
    const row = el("div", {class: `component ${kind}${touched ? " just" : ""}`},
      el("span", {class: "sign", "aria-hidden": "true"}, sign),
      el("span", {class: "name"}, c.name || c.key, " ", el("span", {class: "kind"}, c.kind.replaceAll("_", " ")), " ", ...found),
      el("span", {class: "state"}, text + (c.limit ? ` · ${now().done[i].ended}/${c.limit} tries` : "")));
    if (kind === "locked" && c.state !== "for_tutors") row.append(el("span", {class: "why"}, hint(c)));
    const choices = choicesOf(i);
    if (choices) row.append(choices);
    const item = el("li", {}, row);
    const inside = contents(c.key, last);
    if (inside) item.append(inside);
    return item;
  }
  function contents(folder, last) {
    const list = el("ul", {class: "components"});
    course.components.forEach((c, i) => {
      const top = !c.folder || !course.place.has(c.folder);
      if (folder === null ? top : c.folder === folder) list.append(component(i, last));
    });
    return list.children.length ? list : null;
  }

  function play(n) {
    chosen = n;
    at = 0;
    way = [];
    draw();
    document.getElementById("played").scrollIntoView({block: "nearest"});
  }
  function forth() {
    take(findings[chosen].steps[at]);
    at += 1;
    draw();
  }
  function back() {
    way.pop();
    at = Math.max(0, at - 1);
    draw();
  }

  function drawFindings(box) {
    box.replaceChildren(el("h2", {}, `Findings (${findings.length})`));
    if (!findings.length) box.append(el("p", {class: "note"}, "Nobody can get stuck in this course, and every rule can fire."));
    findings.forEach((f, n) => box.append(el("button", {
      type: "button", class: `finding ${f.severity}`, "aria-pressed": String(chosen === n), onclick: () => play(n),
    }, el("span", {class: "badge"}, String(n + 1)), ` ${f.sentence}`,
    el("small", {}, `${f.severity} · ${f.code}` + ((f.steps || []).length ? ` · ${f.steps.length} step${f.steps.length > 1 ? "s" : ""}` : "")))));
  }
  function drawPlayed(box) {
    box.replaceChildren(el("h2", {}, chosen === null ? "Your way" : `Finding ${chosen + 1}, step by step`));
    const steps = chosen === null ? way.map((w) => w.step) : findings[chosen].steps || [];
    const list = el("ol", {class: "steps"});
    const taken = chosen === null ? way.length : at;
    steps.forEach((s, i) => list.append(el("li", {class: i === taken - 1 ? "now" : i >= taken ? "ahead" : "", "aria-current": i === taken - 1 ? "step" : null}, words(s))));
    if (!steps.length) {
      box.append(el("p", {class: "note"}, chosen === null ? "Choose what happens, at a component that is open." : "It holds from the beginning: there are no steps."));
    }
    box.append(list);
    if (chosen !== null && steps.length) {
      box.append(el("div", {class: "bar"},
        el("button", {type: "button", class: "main", onclick: forth, disabled: at >= steps.length}, "Next step"),
        el("button", {type: "button", onclick: back, disabled: at === 0}, "Back")));
      if (at >= steps.length) box.append(el("p", {class: "note"}, findings[chosen].sentence));
    }
    const last = way[way.length - 1];
    const fired = (last || start).report.fired;
    if (fired.length) {
      box.append(el("p", {class: "note"}, "Fired: " + fired.map((key) => {
        const rule = course.rules.find((r) => r.key === key);
        return `${key} (${nameOf(rule.component)}: ${rule.asks})`;
      }).join(", ") + "."));
    }
    for (const key of (last || start).report.conflicts) {
      box.append(el("p", {class: "note"}, `${nameOf(key)} was opened and locked in one step: the lock wins.`));
    }
  }
  function drawWalk(box) {
    const state = now(), last = way[way.length - 1];
    const bar = el("div", {class: "bar"},
      el("button", {type: "button", onclick: () => { way = []; chosen = null; at = 0; draw(); }, disabled: !way.length && chosen === null}, "From the beginning"),
      el("button", {type: "button", onclick: () => { chosen === null ? (way.pop(), draw()) : back(); }, disabled: !way.length}, "Undo"));
    for (const d of Walk.dates(course, state)) {
      if (!state.ended) bar.append(el("button", {type: "button", onclick: () => choose(d)}, d.at ? `Let ${moment(d.at)} pass` : `Let the moment of ${nameOf(d.component)} pass`));
    }
    box.replaceChildren(el("h2", {}, "The course, as a participant has it"), bar);
    if (state.ended) box.append(el("div", {class: "end", role: "status"}, `The course is over: ${state.ended}.`));
    else if (chosen !== null && at > 0 && at === (findings[chosen].steps || []).length && findings[chosen].severity !== "warning") {
      box.append(el("div", {class: "end stuck", role: "status"}, findings[chosen].sentence));
    }
    box.append(contents(null, last) || el("p", {class: "note"}, "The course has no components."));
  }
  function draw() {
    drawWalk(document.getElementById("walk"));
    drawFindings(document.getElementById("findings"));
    drawPlayed(document.getElementById("played"));
  }
  window.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" && chosen !== null && at < (findings[chosen].steps || []).length && event.target === document.body) forth();
  });
  draw();
  const wanted = /^#finding-(\d+)(?:-(\d+))?$/.exec(location.hash);
  if (wanted && findings[wanted[1] - 1]) {
    play(wanted[1] - 1);
    for (let i = 0; i < Number(wanted[2] || 0) && i < findings[chosen].steps.length; ++i) forth();
  }
})();
