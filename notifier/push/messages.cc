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

PushMessage ClosingMessage(const Notification& notification) {
  auto message = MessageAbout(notification);
  message.set_close(true);
  return message;
}

}  // namespace voronka::notifier
