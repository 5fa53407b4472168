#pragma once

#include <string>

#include "notifier/kinds/kinds.h"

namespace voronka::notifier {

// What an explanation of a delivery says. {named}: ` «Chrome, Windows»`, {on}: ` на «Chrome, Windows»`, {to}: ` для
// «Chrome, Windows»`, or nothing where the device has no name; {until}: a moment; {why}: ` (нет связи со службой
// уведомлений)`, or nothing.
namespace telling {

inline constexpr Words kMade = {"Положено во входящие", "Put into the inbox"};
inline constexpr Words kMadeAgain = {"Снова во входящих: отложенное время настало",
                                     "In the inbox again: it was snoozed until now"};
inline constexpr Words kStreamed = {"Отправлено на открытый экран{named}", "Sent to an open screen{on}"};
inline constexpr Words kNotStreamed = {"На открытые экраны не отправлялось", "Not sent to any open screen"};
inline constexpr Words kPushOff = {"Push не отправлялся: в настройках он выключен для таких уведомлений",
                                   "No push: the preferences have it off for this kind of notification"};
inline constexpr Words kNoDevices = {"Push не отправлялся: нет устройств", "No push: there are no devices"};
inline constexpr Words kQuietHours = {"Тихие часы до {until}: push{to} подождёт",
                                      "Quiet hours until {until}: the push{to} waits"};
inline constexpr Words kNotPushedYet = {"Push{to} ещё не отправлен", "The push{to} has not been sent yet"};
inline constexpr Words kNotAnsweredYet = {"Push{to} отправлен, служба уведомлений ещё не ответила",
                                          "The push{to} was sent; the push service has not answered yet"};
inline constexpr Words kPutOff = {"Push{to} пока не принят{why}; следующая попытка в {until}",
                                  "The push{to} is not taken yet{why}; next attempt at {until}"};
inline constexpr Words kPushed = {"Служба уведомлений приняла push{to}", "The push service has accepted the push{to}"};
inline constexpr Words kRefused = {"Push{to} не принят{why}", "The push{to} was not taken{why}"};
inline constexpr Words kExpired = {"Push{to} не принят вовремя: он был нужен до {until}{why}",
                                   "The push{to} was not taken in time: it made sense until {until}{why}"};
inline constexpr Words kCancelled = {"Push{to} не понадобился", "The push{to} was not needed any more"};
inline constexpr Words kShown = {"Показано{on}", "Shown{on}"};
inline constexpr Words kSeen = {"Прочитано{on}", "Read{on}"};
inline constexpr Words kSnoozed = {"Отложено{on} до {until}", "Snoozed{on} until {until}"};
inline constexpr Words kSettled = {"Закрыто само: повода больше нет", "Settled by itself: its reason is gone"};
inline constexpr Words kOfferOver = {"Закрыто само: заявку взяли, отклонили или время вышло",
                                     "Settled by itself: the offer was taken, declined, or ran out"};
inline constexpr Words kTaskOver = {"Закрыто само: задачу выполнили, перенесли или передали",
                                    "Settled by itself: the task was completed, moved, or given to another"};
inline constexpr Words kApprovalOver = {"Закрыто само: на запрос уже ответили, или сделка ушла с этапа",
                                        "Settled by itself: the request was answered, or the deal has moved"};
inline constexpr Words kOwnershipOver = {"Закрыто само: сделка уже у другого или закрыта",
                                         "Settled by itself: the deal is another's or closed"};
inline constexpr Words kReplaced = {"Закрыто само: пришло более позднее о той же задаче",
                                    "Settled by itself: a later one about the same task came"};

}  // namespace telling

struct Details {
  std::string device = {};
  std::string until = {};
  std::string why = {};
};

std::string TellingText(const Words& words, const std::string& locale, const Details& details = {});

}  // namespace voronka::notifier
