#include "crm_service/search/finding/match.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "crm_service/search/words/phone_words.h"
#include "crm_service/search/words/word_cutting.h"

namespace voronka::crm {
namespace {

// In UTF-16 code units. What is shown of a longer text begins a little before the first mark.
constexpr int kMostShown = 160;
constexpr int kShownBefore = 40;

int LengthOf(const std::string& text) { return icu::UnicodeString::fromUTF8(text).length(); }

std::optional<Span> SpanInWords(const SearchText& text, const SoughtTerm& sought) {
  for (const auto& [word, span] : CutWords(text.text)) {
    if (sought.is_misspelt && std::ranges::find(sought.words, word) != sought.words.end()) return span;
    if (sought.is_misspelt) continue;
    for (const auto& beginning : sought.term.beginnings) {
      if (!word.starts_with(beginning)) continue;
      return Span{span.begin, std::min(span.end, span.begin + LengthOf(beginning))};
    }
  }
  return std::nullopt;
}

std::optional<Span> SpanIn(const SearchText& text, const SoughtTerm& sought) {
  if (!text.is_phone) return SpanInWords(text, sought);
  for (const auto& beginning : sought.term.beginnings) {
    if (const auto span = SpanInPhone(text.text, beginning)) return span;
  }
  return std::nullopt;
}

bool HasNumber(const SearchDocument& document, const SoughtTerm& sought) {
  return document.shown.kind() == v1::SearchResult::KIND_DEAL && sought.term.number != 0 &&
         document.shown.id() == sought.term.number;
}

std::vector<Span> Merged(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::begin);
  std::vector<Span> merged;
  for (const auto& span : spans) {
    if (!merged.empty() && span.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

// The part that is shown of a text, with the marks in it.
v1::SearchMatch Excerpt(const std::string& field, const std::string& text, const std::vector<Span>& spans) {
  const auto whole = icu::UnicodeString::fromUTF8(text);
  int begin = 0;
  if (whole.length() > kMostShown) begin = whole.getChar32Start(std::max(0, spans.front().begin - kShownBefore));
  const int end = begin + kMostShown < whole.length() ? whole.getChar32Start(begin + kMostShown) : whole.length();
  v1::SearchMatch match;
  match.set_field(field);
  std::string shown;
  whole.tempSubStringBetween(begin, end).toUTF8String(shown);
  match.set_text((begin > 0 ? "…" : "") + shown + (end < whole.length() ? "…" : ""));
  const int shift = begin > 0 ? 1 - begin : 0;
  for (const auto& span : spans) {
    if (span.end > end) break;
    auto& mark = *match.add_marks();
    mark.set_begin(span.begin + shift);
    mark.set_end(span.end + shift);
  }
  return match;
}

v1::SearchMatch NumberMatch(int64_t id) {
  const auto text = "#" + std::to_string(id);
  return Excerpt("deal.id", text, {{0, static_cast<int>(text.size())}});
}

}  // namespace

std::optional<v1::SearchMatch> MatchOf(const SearchDocument& document, const std::vector<SoughtTerm>& terms) {
  std::vector<bool> has_term;
  for (const auto& sought : terms) has_term.push_back(HasNumber(document, sought));
  const bool has_number = std::find(has_term.begin(), has_term.end(), true) != has_term.end();
  const SearchText* best = nullptr;
  std::vector<Span> best_spans;
  for (const auto& text : document.texts) {
    std::vector<Span> spans;
    for (size_t i = 0; i < terms.size(); ++i) {
      const auto span = SpanIn(text, terms[i]);
      if (!span) continue;
      has_term[i] = true;
      spans.push_back(*span);
    }
    if (spans.size() <= best_spans.size()) continue;
    best = &text;
    best_spans = std::move(spans);
  }
  if (std::find(has_term.begin(), has_term.end(), false) != has_term.end()) return std::nullopt;
  if (best == nullptr || (has_number && terms.size() == 1)) return NumberMatch(document.shown.id());
  return Excerpt(best->field, best->text, Merged(std::move(best_spans)));
}

}  // namespace voronka::crm
