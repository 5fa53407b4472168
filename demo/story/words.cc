#include "demo/story/words.h"

#include <algorithm>

namespace voronka::demo {
namespace {

using crm::v1::TimelineEntry;

struct Words {
  TimelineEntry::Kind kind;
  Text text;
};

constexpr Words kWords[] = {
    {TimelineEntry::KIND_DEAL_CREATED, {"Сделка создана", "Deal created"}},
    {TimelineEntry::KIND_DEAL_UPDATED, {"Изменено", "Changed"}},
    {TimelineEntry::KIND_STAGE_CHANGED, {"Этап: «{1}» → «{2}»", "Stage: “{1}” → “{2}”"}},
    {TimelineEntry::KIND_OFFERED, {"Распределена: {0}, взять до {3}", "Offered: {0} has until {3}"}},
    {TimelineEntry::KIND_OFFER_TAKEN, {"Взята в работу", "Taken"}},
    {TimelineEntry::KIND_OFFER_DECLINED, {"{0} не берёт", "{0} is not taking it"}},
    {TimelineEntry::KIND_OFFER_RECLAIMED, {"Не взята вовремя: {0}", "Not taken in time: {0}"}},
    {TimelineEntry::KIND_REASSIGNED, {"Ответственный: {0}", "Owner: {0}"}},
    {TimelineEntry::KIND_INQUIRY, {"Обращение", "Inquiry"}},
    {TimelineEntry::KIND_NOTE, {"Примечание", "Note"}},
    {TimelineEntry::KIND_TASK_CREATED, {"Задача", "Task"}},
    {TimelineEntry::KIND_TASK_COMPLETED, {"Задача выполнена", "Task completed"}},
    {TimelineEntry::KIND_TASK_RESCHEDULED, {"Задача перенесена", "Task rescheduled"}},
    {TimelineEntry::KIND_TASK_REASSIGNED, {"Задача передана: {0}", "Task passed on: {0}"}},
};

// For kinds that are newer than this program.
constexpr Text kOther{"{0}", "{0}"};

}  // namespace

Text WordsFor(TimelineEntry::Kind kind) {
  const auto* found = std::ranges::find(kWords, kind, &Words::kind);
  return found == std::end(kWords) ? kOther : found->text;
}

}  // namespace voronka::demo
