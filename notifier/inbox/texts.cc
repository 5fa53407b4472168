#include "notifier/inbox/texts.h"

#include <fmt/format.h>

#include "foundation/calendar/day.h"
#include "notifier/inbox/excerpt.h"
#include "notifier/inbox/wall_clock.h"
#include "notifier/kinds/isolated.h"
#include "notifier/kinds/kinds.h"

namespace voronka::notifier {
namespace {

constexpr size_t kExcerptLength = 200;

std::string DealText(const News& news, bool english) {
  auto number = fmt::format("#{}", news.deal_id);
  const auto name = Isolated(news.deal_name);
  if (name.empty()) return number;
  return fmt::format(fmt::runtime(english ? "“{}”" : "«{}»"), name);
}

std::string DeadlineText(const News& news, const v1::Recipient& reader, int64_t now) {
  if (!news.day_in.empty()) return DayText(news.deadline, calendar::ZoneNamed(news.day_in), reader.locale());
  return MomentText(news.deadline, now, calendar::ZoneNamed(reader.time_zone()), reader.locale());
}

std::string NowWithText(const std::string& about, bool english) {
  if (about.empty()) return "";
  return fmt::format(fmt::runtime(english ? ": {} is responsible for it now" : ": теперь её ведёт {}"),
                     Isolated(about));
}

std::string ForDealText(const News& news, bool english) {
  if (news.deal_id == 0) return "";
  return fmt::format(fmt::runtime(english ? ", deal #{}" : ", сделка #{}"), news.deal_id);
}

std::string ByText(const std::string& about) { return about.empty() ? "" : " (" + Isolated(about) + ")"; }

// What a pattern may hold. {deal}: `«Name»` or `#7`; {deadline}: a moment or a day; {text}: the task's; {said}: `: …`,
// or nothing where the client left no text; {who}: `Анна, `, or nothing where it is the reader's own; {now_with}: `:
// теперь её ведёт Анна`, or nothing where the name is not known; {by}: ` (Анна)`, or nothing likewise; {for_deal}: `,
// сделка #7`, or nothing where there is none.
std::string Filled(const Words& pattern, const News& news, const v1::Recipient& reader, const std::string& about,
                   int64_t now) {
  const bool english = reader.locale() == "en";
  const auto text = Isolated(Excerpt(news.text, kExcerptLength));
  return fmt::format(fmt::runtime(pattern.In(reader.locale())), fmt::arg("deal", DealText(news, english)),
                     fmt::arg("deadline", DeadlineText(news, reader, now)), fmt::arg("text", text),
                     fmt::arg("said", text.empty() ? "" : ": " + text),
                     fmt::arg("who", about.empty() ? "" : Isolated(about) + ", "),
                     fmt::arg("now_with", NowWithText(about, english)), fmt::arg("by", ByText(about)),
                     fmt::arg("for_deal", ForDealText(news, english)));
}

}  // namespace

std::string TextOf(const News& news, const v1::Recipient& reader, const std::string& about, int64_t now) {
  return Filled(KindOf(news.kind).text, news, reader, about, now);
}

std::string DiscreetTextOf(News news, const v1::Recipient& reader, int64_t now) {
  const auto& kind = KindOf(news.kind);
  news.deal_name.clear();
  news.text.clear();
  return Filled(kind.discreet.ru == nullptr ? kind.text : kind.discreet, news, reader, "", now);
}

std::string InPlaceOf(const std::string& name, const v1::Recipient& reader) {
  if (name.empty()) return "";
  return fmt::format(fmt::runtime(reader.locale() == "en" ? " (in place of {})" : " (вместо: {})"), Isolated(name));
}

}  // namespace voronka::notifier
