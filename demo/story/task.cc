#include <string>

#include "demo/story/awaited.h"
#include "demo/story/expectation.h"
#include "demo/story/steps.h"
#include "demo/story/tasks.h"

// The owner's task: its reminder comes on time, and no deal may be left without a next step.
namespace voronka::demo {

using crm::v1::CompleteTaskRequest;
using crm::v1::CompleteTaskResponse;
using crm::v1::Task;
using notifier::v1::Notification;

namespace {

// `figure` is the name under which the delay is recorded.
void SeeReminder(Scene& scene, const std::string& figure) {
  const Arrival reminder = AwaitNotification(
      scene, {.kind = Notification::KIND_TASK_REMINDER, .task_id = scene.task_id, .user_id = scene.owner_id},
      {"напоминание пришло исполнителю", "the reminder has come to the assignee"}, 1, scene.reminder);
  const auto late = reminder.at - scene.reminder;
  Expect(late.count() >= 0, {"напоминание пришло не раньше времени", "the reminder is not early"},
         OneLine(reminder.notification), LookAtTask(scene.task_id));
  scene.figures.Note(figure, late);
  scene.narrator.Tell({"{} видит: «{}» (через {} после назначенного)", "{} sees: “{}” ({} after its moment)"},
                      scene.cast.Name(scene.owner_id), reminder.notification.text(), late);
}

}  // namespace

void SetATaskWithAReminder(Scene& scene) {
  scene.reminder = Now() + kReminderAhead;
  const Task task =
      SetTask(scene.cast.As(scene.owner_id), scene.deal_id, "Позвонить и согласовать прайс", scene.reminder);
  scene.task_id = task.id();
  scene.narrator.Tell(
      {"{} ставит задачу «{}» на {}, напомнить в {}", "{} sets the task “{}” for {}, to be reminded at {}"},
      scene.cast.Name(scene.owner_id), task.text(), MomentOf(task.due_time()), scene.reminder);
}

void BeReminded(Scene& scene) { SeeReminder(scene, "reminder_late"); }

void BeRemindedAfterTheKill(Scene& scene) { SeeReminder(scene, "reminder_late_after_kill"); }

void CompleteItAndPlanTheNext(Scene& scene) {
  CompleteTaskRequest request;
  request.set_task_id(scene.task_id);
  request.set_result("Прайс согласован, ждёт договор");
  request.mutable_next_task()->set_text("Отправить договор и счёт");
  *request.mutable_next_task()->mutable_due_time() = TimestampOf(Now() + std::chrono::days(1));
  const auto done = scene.cast.As(scene.owner_id).Call<CompleteTaskResponse>(request);
  Expect(
      done.task().state() == Task::STATE_COMPLETED && done.next_task().state() == Task::STATE_OPEN &&
          done.next_task().deal_id() == scene.deal_id && done.next_task().assignee_user_id() == scene.owner_id,
      {"задача выполнена, следующая стоит в той же сделке", "the task is done, and the next stands in the same deal"},
      OneLine(done), LookAtTask(scene.task_id));
  scene.narrator.Tell({"{} завершает её с результатом «{}» и тем же действием планирует «{}»",
                       "{} completes it with the result “{}” and plans “{}” in the same step"},
                      scene.cast.Name(scene.owner_id), done.task().result(), done.next_task().text());
}

}  // namespace voronka::demo
