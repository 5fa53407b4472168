#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/work/files/file_requests.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

struct TaskOffice : Office {
  const Deal deal = AnnasDeal();
  const Task task = MakeTask(deal.id());

  Task MakeTask(int64_t deal_id) {
    auto request = NewTask(DatabaseNow() + 60 * kMinute);
    request.mutable_task()->set_text("Отправить смету");
    request.mutable_task()->set_deal_id(deal_id);
    return anna.Call<Task>(request);
  }

  int32_t CountOf(int64_t task_id) {
    const auto response = olga.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
    for (const auto& card : response.cards()) {
      if (card.task().id() == task_id) return card.file_count();
    }
    return -1;
  }
};

TEST(TaskFiles, AreListedAndCounted) {
  TaskOffice office;
  const auto file = AttachToTask(office.anna, office.task.id(), "смета");
  AttachToTask(office.anna, office.task.id(), "план", "план.txt");
  EXPECT_EQ(ContentOf(office.anna, file.id()), "смета");
  EXPECT_EQ(office.anna.Call<ListFilesResponse>(FilesOf(ENTITY_TASK, office.task.id())).files_size(), 2);
  EXPECT_EQ(office.anna.Call<ListFilesResponse>(FilesOf(ENTITY_DEAL, office.deal.id())).files_size(), 0);
  EXPECT_EQ(office.CountOf(office.task.id()), 2);
  office.anna.Call<File>(RemovingFile(file.id()));
  EXPECT_EQ(office.CountOf(office.task.id()), 1);
}

TEST(TaskFiles, AreToldInTheTimelineOfTheDeal) {
  TaskOffice office;
  const auto file = AttachToTask(office.anna, office.task.id(), "смета");
  const auto entry = office.TimelineOf(office.deal.id()).back();
  EXPECT_EQ(entry.kind(), TimelineEntry::KIND_FILE_ADDED);
  EXPECT_EQ(entry.file_id(), file.id());
  EXPECT_EQ(entry.task_id(), office.task.id());
  EXPECT_EQ(entry.task_text(), "Отправить смету");
  const auto size = office.TimelineOf(office.deal.id()).size();
  AttachToTask(office.anna, office.MakeTask(0).id(), "смета");
  EXPECT_EQ(office.TimelineOf(office.deal.id()).size(), size);
}

TEST(TaskFiles, AreNotThereForWhoeverDoesNotSeeTheTask) {
  TaskOffice office;
  LimitManagers(office, READ_SCOPE_OWN);
  for (const int64_t task_id : {office.task.id(), office.MakeTask(0).id()}) {
    const auto file = AttachToTask(office.anna, task_id, "смета");
    EXPECT_EQ(FailureOf(office.boris, ReadingFile(file.id())).reason(), "NOT_FOUND");
    EXPECT_EQ(FailureOf(office.boris, FilesOf(ENTITY_TASK, task_id)).reason(), "NOT_FOUND");
    auto upload = NewUpload(task_id, 1);
    upload.mutable_upload()->set_entity(ENTITY_TASK);
    EXPECT_EQ(FailureOf(office.boris, upload).reason(), "NOT_FOUND");
    EXPECT_EQ(ContentOf(office.galina, file.id()), "смета");
  }
}

TEST(TaskFiles, AreSeenByWhoeverIsToDoTheTask) {
  TaskOffice office;
  LimitManagers(office, READ_SCOPE_OWN);
  auto request = NewTask(DatabaseNow() + 60 * kMinute);
  request.mutable_task()->set_deal_id(office.deal.id());
  request.mutable_task()->set_assignee_user_id(office.boris_id());
  const auto task = office.anna.Call<Task>(request);
  const auto file = AttachToTask(office.anna, task.id(), "смета");
  EXPECT_EQ(ContentOf(office.boris, file.id()), "смета");
  EXPECT_EQ(office.boris.Call<ListFilesResponse>(FilesOf(ENTITY_TASK, task.id())).files_size(), 1);
}

TEST(TaskFiles, NeedATask) {
  TaskOffice office;
  auto upload = NewUpload(999, 1);
  upload.mutable_upload()->set_entity(ENTITY_TASK);
  EXPECT_EQ(FailureOf(office.anna, upload).reason(), "NOT_FOUND");
}

// A task has files, but no fields of the account's own.
TEST(TaskFiles, AskForNoFields) {
  Office office;
  GetFieldSetRequest request;
  request.set_entity(ENTITY_TASK);
  EXPECT_THAT(ViolationsOf(office.olga, request), ::testing::ElementsAre("UNKNOWN_VALUE at entity"));
}

}  // namespace
}  // namespace voronka::testing
