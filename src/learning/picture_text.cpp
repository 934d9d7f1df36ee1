// The picture as text: DOT and Mermaid. Both draw the same; they differ in how they write it.
#include "learning/picture.hpp"

#include "learning/compile.hpp"

namespace provost::learning {

namespace {

using catalogue::ActionKind;

// How a language writes nodes, groups and edges.
class Writer {
public:
    virtual ~Writer() = default;
    virtual void begin() = 0;
    virtual void begin_folder(int folder, const std::string& label, bool marked) = 0;
    virtual void end_folder(int depth) = 0;
    virtual void node(const std::string& id, const std::string& label, std::string_view style, int depth) = 0;
    virtual void edge(const std::string& from, const std::string& to, const std::string& label, ActionKind kind,
                      bool marked) = 0;
    virtual void end() = 0;

    std::string text;

protected:
    void indent(int depth) { text.append(static_cast<std::size_t>(2 * (depth + 1)), ' '); }
};

std::string in_dot(std::string_view label) {
    std::string text = "\"";
    for (const char c : label) {
        if (c == '"' || c == '\\') text += '\\';
        if (c == '\n' || c == '\r')
            text += c == '\n' ? "\\n" : "";
        else
            text += c;
    }
    return text + '"';
}

// Mermaid reads entities without an ampersand: #quot; or #35;. What it could take for markup is written so.
std::string in_mermaid(std::string_view label) {
    std::string text = "\"";
    for (const char c : label) {
        const bool is_letter = static_cast<unsigned char>(c) >= 128 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_plain =
            is_letter || std::string_view("0123456789 .,:()%+-/=?!").find(c) != std::string_view::npos;
        if (c == '\n' || c == '\r')
            text += ' ';
        else if (is_plain)
            text += c;
        else
            text += '#' + std::to_string(static_cast<int>(c)) + ';';
    }
    return text + '"';
}

class Dot final : public Writer {
    void begin() override {
        text =
            "digraph course {\n  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fillcolor=white, "
            "fontname=sans];\n  edge [fontname=sans, fontsize=10];\n";
    }
    void begin_folder(int folder, const std::string& label, bool marked) override {
        text += "  subgraph cluster_" + std::to_string(folder) + " {\n    label=" + in_dot(label) + ";\n";
        if (marked) text += "    color=\"#b3261e\";\n";
    }
    void end_folder(int) override { text += "  }\n"; }
    void node(const std::string& id, const std::string& label, std::string_view style, int depth) override {
        indent(depth);
        text += id + " [label=" + in_dot(label) + look(style) + "];\n";
    }
    void edge(const std::string& from, const std::string& to, const std::string& label, ActionKind kind,
              bool marked) override {
        text += "  " + from + " -> " + to + " [label=" + in_dot(label);
        if (kind == ActionKind::lock) text += ", style=dashed, arrowhead=tee";
        if (kind == ActionKind::process_folder) text += ", style=dotted";
        if (marked) text += ", color=\"#b3261e\", fontcolor=\"#b3261e\"";
        text += "];\n";
    }
    void end() override { text += "}\n"; }

    static std::string look(std::string_view style) {
        if (style == "found") return ", color=\"#b3261e\", penwidth=2, fillcolor=\"#fdecea\"";
        if (style == "locked") return ", fillcolor=\"#e0e0e0\"";
        if (style == "finish") return ", shape=ellipse";
        if (style == "folder") return ", shape=folder";
        return "";
    }
};

class Mermaid final : public Writer {
    void begin() override { text = "flowchart LR\n"; }
    void begin_folder(int folder, const std::string& label, bool) override {
        text += "  subgraph f" + std::to_string(folder) + "[" + in_mermaid(label) + "]\n";
    }
    void end_folder(int) override { text += "  end\n"; }
    void node(const std::string& id, const std::string& label, std::string_view style, int depth) override {
        indent(depth);
        text += id + (style == "finish" ? "([" : "[") + in_mermaid(label) + (style == "finish" ? "])" : "]");
        if (!style.empty()) text += ":::" + std::string(style);
        text += '\n';
    }
    void edge(const std::string& from, const std::string& to, const std::string& label, ActionKind kind,
              bool marked) override {
        const std::string_view arrow = kind == ActionKind::lock             ? " --x|"
                                       : kind == ActionKind::process_folder ? " -.->|"
                                                                            : " -->|";
        text += "  " + from + std::string(arrow) + in_mermaid(label) + "| " + to + "\n";
        if (marked) marked_.push_back(edges_);
        ++edges_;
    }
    void end() override {
        text +=
            "  classDef locked fill:#e0e0e0,stroke:#757575\n  classDef found fill:#fdecea,stroke:#b3261e\n"
            "  classDef finish stroke:#455a64\n  classDef folder stroke-dasharray:3 3\n";
        for (const int each : marked_) text += "  linkStyle " + std::to_string(each) + " stroke:#b3261e\n";
    }
    std::vector<int> marked_;
    int edges_ = 0;
};

class Draw {
public:
    Draw(const LogicPicture& picture, Writer& writer)
        : picture_(picture), positions_(picture.logic.components), writer_(writer) {
        writer_.begin();
        add_contents({}, 0);
        add_ends();
        for (std::size_t i = 0; i < picture.rules.size(); ++i) add_rule(i);
        writer_.end();
    }

private:
    [[nodiscard]] static std::string id_of(int component) { return "c" + std::to_string(component); }
    [[nodiscard]] static std::string_view style_of(const PictureComponent& component, bool is_folder) {
        if (!component.findings.empty()) return "found";
        if (is_folder) return "folder";
        return component.state == AtBeginning::open ? "" : "locked";
    }
    void add_contents(const std::string& folder, int depth) {
        if (depth > 16) return;
        for (std::size_t i = 0; i < picture_.components.size(); ++i) {
            const auto& component = picture_.logic.components[i];
            const bool is_top = positions_.of(component.folder) < 0;
            if (folder.empty() ? !is_top : component.folder != folder) continue;
            const std::string& label = component.name.empty() ? component.key : component.name;
            const bool holds_others = catalogue::what_is(component.kind).holds_others;
            const int position = static_cast<int>(i);
            if (holds_others) writer_.begin_folder(position, label, !picture_.components[i].findings.empty());
            writer_.node(id_of(position), label, style_of(picture_.components[i], holds_others),
                         holds_others ? depth + 1 : depth);
            if (!holds_others) continue;
            add_contents(component.key, depth + 1);
            writer_.end_folder(depth);
        }
    }
    void add_ends() {
        for (const char* end : {"passed", "failed", "unregistered"}) {
            if (std::ranges::count(picture_.rules, end, &PictureRule::ends) == 0) continue;
            writer_.node(std::string("end_") + end, end, "finish", 0);
        }
    }
    // To what the rule names, not to everything in it.
    void add_rule(std::size_t i) {
        const catalogue::Rule& rule = picture_.logic.rules[i];
        const PictureRule& drawn = picture_.rules[i];
        const int from = positions_.of(rule.component);
        if (from < 0) return;
        const std::string label = drawn.key + ": " + drawn.asks;
        for (const auto& action : rule.actions) {
            for (const auto& key : action.components) {
                const int to = positions_.of(key);
                if (to >= 0) writer_.edge(id_of(from), id_of(to), label, *action.kind, !drawn.findings.empty());
            }
        }
        if (drawn.ends.empty()) return;
        writer_.edge(id_of(from), "end_" + drawn.ends, label, ActionKind::continue_with, !drawn.findings.empty());
    }

    const LogicPicture& picture_;
    Positions positions_;
    Writer& writer_;
};

}  // namespace

std::string dot_of(const LogicPicture& picture) {
    Dot writer;
    const Draw draw(picture, writer);
    return std::move(writer.text);
}

std::string mermaid_of(const LogicPicture& picture) {
    Mermaid writer;
    const Draw draw(picture, writer);
    return std::move(writer.text);
}

}  // namespace provost::learning
