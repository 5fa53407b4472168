#include "notifier/kinds/kinds.h"

#include <algorithm>
#include <stdexcept>

namespace voronka::notifier {
namespace {

using v1::KindPreference;
using v1::Notification;
using v1::PushMessage;

constexpr PushMessage::Action kTakeOrHide[] = {PushMessage::ACTION_TAKE, PushMessage::ACTION_HIDE};
constexpr PushMessage::Action kComplete[] = {PushMessage::ACTION_COMPLETE, PushMessage::ACTION_SNOOZE,
                                             PushMessage::ACTION_HIDE};
constexpr PushMessage::Action kSnoozeOrHide[] = {PushMessage::ACTION_SNOOZE, PushMessage::ACTION_HIDE};

constexpr Kind kKinds[] = {
    {.kind = Notification::KIND_OFFER,
     .title = {"Новая заявка", "New inquiry"},
     .text = {"Вам новая заявка: сделка {deal}, взять до {deadline}",
              "New inquiry for you: deal {deal}, take it by {deadline}"},
     .usually = {true, true, true, KindPreference::URGENCY_HIGH, true},
     .ends_with = EndsWith::kOffer,
     .lives_until_deadline = true,
     .buttons = kTakeOrHide},
    {.kind = Notification::KIND_OFFER_WARNING,
     .title = {"Осталась минута, чтобы взять сделку", "A minute is left to take a deal"},
     .text = {"Осталась минута: взять сделку {deal} до {deadline}", "A minute is left: take deal {deal} by {deadline}"},
     .usually = {true, true, true, KindPreference::URGENCY_HIGH, true},
     .ends_with = EndsWith::kOffer,
     .lives_until_deadline = true,
     .buttons = kTakeOrHide},
    {.kind = Notification::KIND_DEAL_ESCALATED,
     .title = {"Сделку никто не взял", "Nobody took a deal"},
     .text = {"Никто не взял сделку {deal}: она ваша", "Nobody took deal {deal}: it is yours"},
     .usually = {true, true, true, KindPreference::URGENCY_HIGH, true},
     .ends_with = EndsWith::kOwnership,
     .somebody_must_act = true,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_UNSORTED_OVERDUE,
     .title = {"Заявку не разобрали вовремя", "An inquiry was not sorted in time"},
     .text = {"Заявку никто не разобрал: сделка {deal}", "Nobody has sorted an inquiry: deal {deal}"},
     .usually = {true, true, true, KindPreference::URGENCY_HIGH, false},
     .ends_with = EndsWith::kOwnership,
     .somebody_must_act = true,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_UNSORTED_HIDDEN_BY_ALL,
     .title = {"Заявка ничья", "An inquiry is nobody's"},
     .text = {"Все менеджеры скрыли заявку: сделка {deal}", "Every manager has hidden an inquiry: deal {deal}"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .ends_with = EndsWith::kOwnership,
     .somebody_must_act = true,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_DEAL_ASSIGNED,
     .title = {"Вам передали сделку", "A deal was given to you"},
     .text = {"Сделка {deal} передана вам", "Deal {deal} has been given to you"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .ends_with = EndsWith::kOwnership,
     .somebody_must_act = true,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_CLIENT_WROTE,
     .title = {"Клиент снова обратился", "A client has written again"},
     .text = {"Клиент снова обратился по сделке {deal}{said}", "The client of deal {deal} has written again{said}"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .ends_with = EndsWith::kOwnership,
     .somebody_must_act = true,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_APPROVAL_ASKED,
     .title = {"Просят согласовать", "An approval is asked for"},
     .text = {"Просят согласовать сделку {deal}{by}{said}", "Your approval is asked for: deal {deal}{by}{said}"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .ends_with = EndsWith::kApproval,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_APPROVAL_PASSED_ON,
     .title = {"Согласования ждут слишком долго", "An approval is overdue"},
     .text = {"Никто не ответил вовремя, согласуйте сделку {deal}{by}{said}",
              "Nobody has answered in time, your approval is asked for: deal {deal}{by}{said}"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .ends_with = EndsWith::kApproval,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_APPROVAL_GIVEN,
     .title = {"Согласовано", "An approval was given"},
     .text = {"Согласовано: сделка {deal}{by}{said}", "Approved: deal {deal}{by}{said}"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_APPROVAL_REFUSED,
     .title = {"Отказано в согласовании", "An approval was refused"},
     .text = {"Не согласовано: сделка {deal}{by}{said}", "Not approved: deal {deal}{by}{said}"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_APPROVAL_OUTDATED,
     .title = {"Согласование больше не действует", "An approval counts no more"},
     .text = {"Условия по сделке {deal} изменились{by}: согласование больше не действует",
              "The terms of deal {deal} have changed{by}: its approval counts no more"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_APPROVAL_WITHDRAWN,
     .title = {"Запрос согласования отозван", "An approval was taken back"},
     .text = {"Запрос согласования отозван: сделка {deal}{by}",
              "The approval you asked for was taken back: deal {deal}{by}"},
     .usually = {false, true, false, KindPreference::URGENCY_NORMAL, false},
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_TASK_REMINDER,
     .title = {"Напоминание о задаче", "Reminder of a task"},
     .text = {"Задача до {deadline}: {text}", "Task due {deadline}: {text}"},
     .discreet = {"Задача до {deadline}{for_deal}", "Task due {deadline}{for_deal}"},
     .usually = {true, true, true, KindPreference::URGENCY_HIGH, false},
     .ends_with = EndsWith::kTask,
     .somebody_must_act = true,
     .buttons = kComplete},
    {.kind = Notification::KIND_TASK_OVERDUE,
     .title = {"Задача просрочена", "A task is overdue"},
     .text = {"Задача просрочена ({who}срок {deadline}): {text}", "Task overdue ({who}due {deadline}): {text}"},
     .discreet = {"Задача просрочена (срок {deadline}){for_deal}", "Task overdue (due {deadline}){for_deal}"},
     .usually = {true, false, false, KindPreference::URGENCY_NORMAL, false},
     .ends_with = EndsWith::kTask,
     .somebody_must_act = true,
     .also_for_setter = true,
     .buttons = kComplete},
    {.kind = Notification::KIND_OFFER_LOST,
     .title = {"Заявка ушла другому", "An inquiry went to somebody else"},
     .text = {"Сделка {deal} больше не за вами: она уходит другому",
              "Deal {deal} is no longer yours to take: it goes to somebody else"},
     .usually = {false, true, false, KindPreference::URGENCY_NORMAL, false},
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_DEAL_PASSED_ON,
     .title = {"Сделку передали другому", "A deal was given to somebody else"},
     .text = {"Сделка {deal} больше не ваша{now_with}", "Deal {deal} is no longer yours{now_with}"},
     .usually = {false, false, false, KindPreference::URGENCY_NORMAL, false},
     .ends_with = EndsWith::kOwnership,
     .somebody_must_act = true,
     .stays_unread = true,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_REMARK,
     .title = {"Замечание к процессу", "A remark about the process"},
     .text = {"Замечание, {who}{text}", "A remark, {who}{text}"},
     .discreet = {"Новое замечание к процессу", "A new remark about the process"},
     .usually = {false, false, false, KindPreference::URGENCY_LOW, false},
     .somebody_must_act = true,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_REMARK_ANSWERED,
     .title = {"Ответ на замечание", "A remark was answered"},
     .text = {"На ваше замечание ответили{said}", "Your remark was answered{said}"},
     .discreet = {"На ваше замечание ответили", "Your remark was answered"},
     .usually = {false, true, false, KindPreference::URGENCY_LOW, false},
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_DEAL_LINKED,
     .title = {"По вашей сделке завели другую", "Another deal about yours"},
     .text = {"По вашей сделке {deal} заведена другая{said}",
              "Another deal has been made about your deal {deal}{said}"},
     .usually = {true, true, false, KindPreference::URGENCY_NORMAL, false},
     .somebody_must_act = true,
     .buttons = kSnoozeOrHide},
    {.kind = Notification::KIND_TEST,
     .title = {"Проверка уведомлений", "Test of notifications"},
     .text = {"Уведомления приходят на это устройство", "Notifications reach this device"},
     .usually = {true, false, true, KindPreference::URGENCY_HIGH, true},
     .has_preference = false},
};

struct Button {
  PushMessage::Action action;
  Words title;
};

constexpr Button kButtons[] = {
    {PushMessage::ACTION_TAKE, {"Взять", "Take"}},
    {PushMessage::ACTION_COMPLETE, {"Выполнить", "Complete"}},
    {PushMessage::ACTION_SNOOZE, {"Через 15 минут", "In 15 minutes"}},
    {PushMessage::ACTION_HIDE, {"Скрыть", "Hide"}},
};

}  // namespace

std::span<const Kind> Kinds() { return kKinds; }

const Kind& KindOf(Notification::Kind kind) {
  const auto* found = std::ranges::find(kKinds, kind, &Kind::kind);
  if (found == std::end(kKinds)) throw std::logic_error("no row for " + Notification::Kind_Name(kind));
  return *found;
}

const Words& TitleOf(PushMessage::Action action) {
  const auto* found = std::ranges::find(kButtons, action, &Button::action);
  if (found == std::end(kButtons)) throw std::logic_error("no button for " + PushMessage::Action_Name(action));
  return found->title;
}

std::string InKindsThatEndWith(EndsWith end) {
  return InKinds([end](const Kind& kind) { return kind.ends_with == end; });
}

}  // namespace voronka::notifier
