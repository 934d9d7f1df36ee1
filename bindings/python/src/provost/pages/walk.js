// A participant's way through a course, evaluated in the page: the same rules as learning/logic.cpp and learning/ways.cpp,
// as small as they can be. bindings/python/tests/test_pictures.py holds it to what the library does.
"use strict";

const Walk = (() => {
  const millionths = (text) => {
    const [whole, part = ""] = String(text).split(".");
    return BigInt(whole) * 1000000n + BigInt((part + "000000").slice(0, 6)) * (whole.startsWith("-") ? -1n : 1n);
  };
  const HAS_STATUS = new Set(["test", "feedback", "on_the_job", "scorm", "sco", "au"]);
  const HAS_PERCENT = new Set(["test", "sco", "au"]);
  const HAS_TRIES = new Set(["test", "scorm", "aicc"]);
  const HOLDS_OTHERS = new Set(["folder", "tutor_folder"]);
  const ENDS = {unregister: "unregistered", conclude_passed: "passed", conclude_failed: "failed"};
  const instant = (at) => new Date(at).toISOString().replace(".000Z", "Z");

  // What a moment is called: fixed ones by when they are, others by what they are counted from.
  function moment(logic, bound) {
    if (!bound || !bound.counted_from || bound.counted_from === "none") return null;
    if (bound.counted_from === "fixed") return {key: instant(bound.at), at: instant(bound.at)};
    const from = bound.counted_from === "course_start" ? logic.starts_at :
      bound.counted_from === "course_end" ? logic.ends_at : null;
    const hours = bound.offset ? (bound.offset.endsWith("H") ? parseInt(bound.offset, 10) : null) : 0;
    if (from && hours !== null) {
      const at = instant(Date.parse(from) + hours * 3600000);
      return {key: at, at};
    }
    const key = [bound.counted_from, bound.component || "", bound.offset || ""].join("|");
    return {key, waits: bound.counted_from === "component_processed" ? bound.component : undefined};
  }

  function compile(picture) {
    const logic = picture.logic;
    const components = (logic.components || []).map((c, i) => ({
      ...c, kind: c.kind || "content", ...picture.components[i],
      opensAt: moment(logic, c.opens), closesAt: moment(logic, c.closes),
    }));
    const place = new Map(components.map((c, i) => [c.key, i]));
    const rules = (logic.rules || []).map((r, i) => ({
      ...r, ...picture.rules[i], from: r.not_before ? instant(r.not_before) : null,
      conditions: r.conditions || [], actions: r.actions || [],
    }));
    const within = (component, folder) => {
      for (let c = component; c; c = components[place.get(c.folder)]) if (c.key === folder) return true;
      return false;
    };
    for (const c of components) {
      c.learners = !HOLDS_OTHERS.has(c.kind) && c.state !== "for_tutors";
      c.startsLocked = rules.some((r) => r.component !== c.key && (r.opens || []).includes(c.key));
      c.mayClose = Boolean(c.closesAt) || rules.some((r) => (r.locks || []).includes(c.key));
      c.asks = (kind) => rules.some((r) => r.component === c.key && r.conditions.some((q) => q.kind === kind));
    }
    const moments = new Map();
    for (const c of components) for (const m of [c.opensAt, c.closesAt]) if (m) moments.set(m.key, {...m, component: c.key});
    for (const r of rules) if (r.from) moments.set(r.from, {key: r.from, at: r.from, component: r.component});
    return {picture, logic, components, rules, place, within, moments};
  }

  const done = (course, state, key) => state.done[course.place.get(key)];

  function isProcessed(course, state, i) {
    const c = course.components[i], d = state.done[i];
    if (d.passed || d.completed || d.folder) return true;
    if (HAS_STATUS.has(c.kind) || c.kind === "folder") return d.scored;
    return d.confirmed || d.tutor || d.scored;
  }
  const isFailed = (course, state, i) => state.done[i].failed && !isProcessed(course, state, i);
  const hasTries = (c, d) => !c.limit || d.ended < c.limit;

  function holds(rule, condition, d) {
    const success = d.passed || d.completed || d.folder, all = rule.tries && d.ended >= rule.tries;
    const reached = (low, high) => d.percents.some((p) =>
      (low === undefined || p >= millionths(low)) && (high === undefined || p < millionths(high)));
    switch (condition.kind) {
      case "confirmed_by_participant": return d.confirmed;
      case "confirmed_by_tutor": return d.tutor;
      case "percentage":
        if (rule.tries && condition.at_least === undefined) return Boolean(all) && !reached(condition.below, undefined);
        return reached(condition.at_least, condition.below);
      default:
        if ((condition.ending || "passed") === "passed") return success;
        return rule.tries ? Boolean(all) && !success : d.failed;
    }
  }

  function settle(course, state, report) {
    state.steps += 1;
    const opened = new Set(), locked = new Set();
    let any = false;
    for (let changed = true; changed;) {
      changed = false;
      course.rules.forEach((rule, r) => {
        const d = done(course, state, rule.component);
        if (!d) return;
        if (!state.fired[r] && rule.conditions.every((q) => holds(rule, q, d))) {
          state.fired[r] = state.steps;
          changed = any = true;
          report.fired.push(rule.key);
          (rule.opens || []).forEach((k) => opened.add(k));
          (rule.locks || []).forEach((k) => locked.add(k));
          if (rule.ends && state.ended && state.ended !== rule.ends) report.endsConflict = true;
          if (rule.ends && !state.ended) state.ended = rule.ends;
        }
        if (state.fired[r]) changed = fill(course, state, rule, report) || changed;
      });
    }
    if (!any) state.steps -= 1;
    report.conflicts.push(...[...opened].filter((k) => locked.has(k)));
    if (!state.ended) state.ended = byProgress(course, state);
    course.components.forEach((c, i) => { if (isProcessed(course, state, i)) state.everProcessed.add(c.key); });
  }

  function fill(course, state, rule, report) {
    let changed = false;
    for (const action of rule.actions) {
      if (action.kind !== "process_folder") continue;
      for (const key of action.components || []) {
        const d = done(course, state, key);
        if (!d || d.folder) continue;
        const inside = course.components.map((c, i) => [c, i]).filter(([c]) => c.counted && course.within(c, key));
        const processed = inside.filter(([, i]) => isProcessed(course, state, i)).length;
        if (processed < (action.at_least || inside.length)) continue;
        d.folder = changed = true;
        report.filled.push(key);
      }
    }
    return changed;
  }

  function byProgress(course, state) {
    if (course.logic.conclude_by !== "progress") return null;
    let any = false, failed = false;
    for (let i = 0; i < course.components.length; ++i) {
      const c = course.components[i];
      if (!c.counted) continue;
      any = true;
      if (isProcessed(course, state, i)) continue;
      if (!isFailed(course, state, i) || (c.limit && hasTries(c, state.done[i]))) return null;
      failed = true;
    }
    return !any ? null : failed && !course.logic.always_passed ? "failed" : "passed";
  }

  function begin(course) {
    const state = {
      done: course.components.map(() => ({percents: [], ended: 0, running: false})),
      fired: course.rules.map(() => 0), steps: 0, ended: null, passed: new Set(), everProcessed: new Set(),
    };
    const start = course.logic.starts_at;
    for (const m of course.moments.values()) {
      if (m.at && start && Date.parse(m.at) <= Date.parse(start)) state.passed.add(m.key);
    }
    const report = {fired: [], filled: [], conflicts: []};
    settle(course, state, report);
    return {state, report};
  }

  const copy = (state) => ({
    ...state, done: state.done.map((d) => ({...d, percents: [...d.percents]})), fired: [...state.fired],
    passed: new Set(state.passed), everProcessed: new Set(state.everProcessed),
  });

  function opening(course, state, i) {
    const c = course.components[i];
    let locked = 0;
    course.rules.forEach((r, n) => { if ((r.locks || []).includes(c.key)) locked = Math.max(locked, state.fired[n]); });
    if (!c.startsLocked && !locked) return {unlocked: true};
    const openers = course.rules.filter((r, n) => (r.opens || []).includes(c.key) && state.fired[n] > locked);
    if (!openers.length) return {unlocked: false};
    if (openers.some((r) => !r.from)) return {unlocked: true};
    return {unlocked: true, from: openers.map((r) => r.from).sort((a, b) => Date.parse(a) - Date.parse(b))[0]};
  }
  function isUnlocked(course, state, i) {
    const {unlocked, from} = opening(course, state, i);
    return unlocked && (!from || state.passed.has(from));
  }
  function isKnown(course, state, m) {
    return !m.waits || (course.place.has(m.waits) && isProcessed(course, state, course.place.get(m.waits)));
  }
  function isOpen(course, state, i) {
    const c = course.components[i];
    if (c.opensAt && !state.passed.has(c.opensAt.key)) return false;
    if (c.closesAt && (state.passed.has(c.closesAt.key) || !isKnown(course, state, c.closesAt))) return false;
    return isUnlocked(course, state, i);
  }

  const isToFinish = (course, state, i) =>
    HAS_TRIES.has(course.components[i].kind) || (!state.done[i].ended && !isProcessed(course, state, i));

  // The choices at a component, as steps.
  function choices(course, state, i) {
    const c = course.components[i], d = state.done[i], steps = [];
    if (!c.learners || state.ended) return steps;
    const step = (happening, more) => steps.push({happening, component: c.key, ...more});
    if (c.kind === "course_set") {
      if (!isOpen(course, state, i) || d.passed) return steps;
      if (!d.failed) step("settled", {status: "failed"});
      step("settled", {status: "passed"});
      return steps;
    }
    const goesOn = d.running || (isOpen(course, state, i) && hasTries(c, d));
    const confirms = !d.confirmed && (!HAS_STATUS.has(c.kind) || c.asks("confirmed_by_participant"));
    const tutorConfirms = !d.tutor && c.asks("confirmed_by_tutor");
    const leavesAWord = !d.opened && (confirms || tutorConfirms);
    if (goesOn && !d.running && c.mayClose && (leavesAWord || isToFinish(course, state, i))) step("opened");
    // A confirmation is no try; of what was opened it may be said whatever has closed it since.
    if (confirms && (d.opened || isOpen(course, state, i))) step("confirmed");
    if (tutorConfirms && (d.opened || isUnlocked(course, state, i))) step("tutor_confirmed");
    if (!goesOn) return steps;
    const endings = HAS_STATUS.has(c.kind) ? ["failed", "completed", "passed"] : ["completed"];
    if (HAS_PERCENT.has(c.kind)) endings.unshift("scored");
    for (const status of endings) {
      if (!(c.percents || []).length) step("ended", {status});
      for (const percent of c.percents || []) step("ended", {status, percent});
    }
    return steps;
  }
  // The moments that can come next: of fixed ones the first.
  function dates(course, state) {
    const left = [...course.moments.values()].filter((m) => !state.passed.has(m.key) && isKnown(course, state, m));
    const fixed = left.filter((m) => m.at).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, 1);
    return [...fixed, ...left.filter((m) => !m.at)].map((m) => ({happening: "date", component: m.component, key: m.key, at: m.at}));
  }
  function keyOf(course, step) {
    if (step.key) return step.key;
    if (step.at) return instant(step.at);
    const c = course.components[course.place.get(step.component)];
    return (step.closes ? c.closesAt : c.opensAt).key;
  }

  function take(course, before, step) {
    const state = copy(before), report = {fired: [], filled: [], conflicts: []};
    if (step.happening === "date") {
      state.passed.add(keyOf(course, step));
      return {state, report};
    }
    const i = course.place.get(step.component), c = course.components[i], d = state.done[i];
    const hasTry = d.running && HAS_TRIES.has(c.kind);
    if (["opened", "confirmed", "ended"].includes(step.happening)) d.opened = true;
    if (step.happening === "confirmed") d.confirmed = true;
    if (step.happening === "tutor_confirmed") d.tutor = true;
    if (step.happening === "settled") { d.passed = step.status === "passed"; d.failed = step.status === "failed"; }
    if (step.happening === "ended") {
      d.ended += 1;
      d[step.status] = true;
      if (step.percent !== undefined) d.percents.push(millionths(step.percent));
    }
    if (c.mayClose) {
      if (step.happening === "ended") d.running = false;
      else if (step.happening === "opened") d.running = isToFinish(course, state, i);
      else if (!hasTry && !d.ended) {
        d.running = (step.happening === "confirmed" || d.running) && !isProcessed(course, state, i);
      }
    }
    settle(course, state, report);
    return {state, report};
  }

  return {compile, begin, take, choices, dates, isOpen, isUnlocked, isProcessed, isFailed, hasTries};
})();

if (typeof module !== "undefined") module.exports = Walk;
