#include "notifier/inbox/texts.h"

#include <fmt/format.h>

#include <stdexcept>

#include "foundation/calendar/day.h"
#include "notifier/inbox/excerpt.h"
#include "notifier/inbox/isolated.h"
#include "notifier/inbox/wall_clock.h"

namespace voronka::notifier {
namespace {

using v1::Notification;

constexpr size_t kExcerptLength = 200;

// {deal}: `«Name»` or `#7`; {deadline}: a moment or a day; {text}: the task's; {said}: `: …`, or nothing where the
// client left no text; {who}: `Анна, `, or nothing where it is the reader's own; {now_with}: `: теперь её ведёт
// Анна`, or nothing where the name is not known.
struct Pattern {
  Notification::Kind kind;
  const char* ru;
  const char* en;
};

constexpr Pattern kPatterns[] = {
    {Notification::KIND_OFFER,  //
     "Вам новая заявка: сделка {deal}, взять до {deadline}", "New inquiry for you: deal {deal}, take it by {deadline}"},
    {Notification::KIND_OFFER_WARNING,  //
     "Осталась минута: взять сделку {deal} до {deadline}", "A minute is left: take deal {deal} by {deadline}"},
    {Notification::KIND_OFFER_LOST,  //
     "Сделка {deal} больше не за вами: она уходит другому",
     "Deal {deal} is no longer yours to take: it goes to somebody else"},
    {Notification::KIND_DEAL_ASSIGNED,  //
     "Сделка {deal} передана вам", "Deal {deal} has been given to you"},
    {Notification::KIND_DEAL_ESCALATED,  //
     "Никто не взял сделку {deal}: она ваша", "Nobody took deal {deal}: it is yours"},
    {Notification::KIND_CLIENT_WROTE,  //
     "Клиент снова обратился по сделке {deal}{said}", "The client of deal {deal} has written again{said}"},
    {Notification::KIND_TASK_REMINDER,  //
     "Задача до {deadline}: {text}", "Task due {deadline}: {text}"},
    {Notification::KIND_TASK_OVERDUE,  //
     "Задача просрочена ({who}срок {deadline}): {text}", "Task overdue ({who}due {deadline}): {text}"},
    {Notification::KIND_DEAL_PASSED_ON,  //
     "Сделка {deal} больше не ваша{now_with}", "Deal {deal} is no longer yours{now_with}"},
};

const Pattern& PatternOf(Notification::Kind kind) {
  for (const auto& pattern : kPatterns) {
    if (pattern.kind == kind) return pattern;
  }
  throw std::logic_error("no text for " + Notification::Kind_Name(kind));
}

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

}  // namespace

std::string TextOf(const News& news, const v1::Recipient& reader, const std::string& about, int64_t now) {
  const bool english = reader.locale() == "en";
  const auto& pattern = PatternOf(news.kind);
  const auto text = Isolated(Excerpt(news.text, kExcerptLength));
  return fmt::format(fmt::runtime(english ? pattern.en : pattern.ru), fmt::arg("deal", DealText(news, english)),
                     fmt::arg("deadline", DeadlineText(news, reader, now)), fmt::arg("text", text),
                     fmt::arg("said", text.empty() ? "" : ": " + text),
                     fmt::arg("who", about.empty() ? "" : Isolated(about) + ", "),
                     fmt::arg("now_with", NowWithText(about, english)));
}

std::string InPlaceOf(const std::string& name, const v1::Recipient& reader) {
  if (name.empty()) return "";
  return fmt::format(fmt::runtime(reader.locale() == "en" ? " (in place of {})" : " (вместо: {})"), Isolated(name));
}

}  // namespace voronka::notifier
