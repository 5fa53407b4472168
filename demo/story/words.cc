#include "demo/story/words.h"

#include <algorithm>

namespace voronka::demo {
namespace {

using crm::v1::TimelineEntry;
using distribution::v1::Decision;

template <class Kind>
struct Words {
  Kind kind;
  Text text;
};

constexpr Words<TimelineEntry::Kind> kTimelineWords[] = {
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
};

constexpr Words<Decision::Kind> kDecisionWords[] = {
    {Decision::KIND_TURN, {"Чья очередь: {0}", "Next in turn: {0}"}},
    {Decision::KIND_CLIENT_MANAGER, {"Менеджер клиента: {0}", "The client's manager: {0}"}},
    {Decision::KIND_ESCALATED, {"Руководителю: {0}", "To the head of sales: {0}"}},
    {Decision::KIND_TAKEN, {"Взята: {0}", "Taken: {0}"}},
    {Decision::KIND_DECLINED, {"{0} не берёт", "{0} is not taking it"}},
    {Decision::KIND_MISSED, {"Не взята вовремя: {0}", "Not taken in time: {0}"}},
    {Decision::KIND_WITHDRAWN, {"Отозвана: {0}", "Withdrawn: {0}"}},
    {Decision::KIND_REFUSED, {"Не принято системой: {0}", "Refused by the system of record: {0}"}},
    {Decision::KIND_WAITING, {"Ждёт: назначить некому", "Waiting: nobody can be asked"}},
};

// For kinds that are newer than this program.
constexpr Text kOther{"{0}", "{0}"};

template <class Table, class Kind>
Text Find(const Table& table, Kind kind) {
  const auto found = std::ranges::find_if(table, [&](const auto& words) { return words.kind == kind; });
  return found == std::end(table) ? kOther : found->text;
}

}  // namespace

Text WordsFor(TimelineEntry::Kind kind) { return Find(kTimelineWords, kind); }

Text WordsFor(Decision::Kind kind) { return Find(kDecisionWords, kind); }

}  // namespace voronka::demo
