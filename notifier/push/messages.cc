#include "notifier/push/messages.h"

#include <utility>

namespace voronka::notifier {
namespace {

using v1::Notification;
using v1::PushMessage;

PushMessage MessageAbout(const Notification& notification) {
  PushMessage message;
  message.set_notification_id(notification.id());
  message.set_occurrence(notification.occurrence());
  message.set_kind(notification.kind());
  return message;
}

}  // namespace

PushMessage RingingMessage(const Notification& notification, std::string text, const std::string& locale) {
  auto message = MessageAbout(notification);
  message.set_text(std::move(text));
  message.set_deal_id(notification.deal_id());
  message.set_task_id(notification.task_id());
  message.set_sound(notification.sound());
  for (const auto action : KindOf(notification.kind()).buttons) {
    auto& button = *message.add_buttons();
    button.set_action(action);
    button.set_title(TitleOf(action).In(locale));
  }
  return message;
}

PushMessage SignOutMessage(const std::string& locale) {
  static constexpr Words kText = {"Сеанс на этом устройстве завершён. Войдите, чтобы снова получать уведомления",
                                  "The session on this device has ended. Log in to get notifications again"};
  PushMessage message;
  message.set_signed_out(true);
  message.set_text(kText.In(locale));
  return message;
}

PushMessage ClosingMessage(const Notification& notification) {
  auto message = MessageAbout(notification);
  message.set_close(true);
  return message;
}

}  // namespace voronka::notifier
