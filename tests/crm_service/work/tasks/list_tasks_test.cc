#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int64_t kNoon = 1'800'000'000'000'000;

std::vector<int64_t> Listed(client::Client& who, ListTasksRequest request) {
  std::vector<int64_t> ids;
  do {
    const auto page = who.Call<ListTasksResponse>(request);
    for (const auto& task : page.tasks()) ids.push_back(task.id());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return ids;
}

int64_t Due(Office& office, int64_t when) { return office.anna.Call<Task>(NewTask(when)).id(); }

TEST(ListTasks, ReturnsTheEarliestFirst) {
  Office office;
  const int64_t late = Due(office, kNoon + kMinute);
  const int64_t early = Due(office, kNoon - kMinute);
  const int64_t middle = Due(office, kNoon);
  EXPECT_THAT(Listed(office.boris, {}), ElementsAre(early, middle, late));
}

TEST(ListTasks, ReturnsEachOnceIfManyAreDueAtTheSameTime) {
  Office office;
  const int64_t last = Due(office, kNoon + 1);
  std::vector<int64_t> made;
  for (int i = 0; i < 5; ++i) made.push_back(Due(office, kNoon));
  made.push_back(last);
  for (const int page_size : {1, 2, 3}) {
    ListTasksRequest request;
    request.set_page_size(page_size);
    EXPECT_EQ(Listed(office.anna, request), made) << page_size;
  }
}

TEST(ListTasks, FiltersByState) {
  Office office;
  const int64_t open = Due(office, kNoon);
  const int64_t done = Due(office, kNoon);
  office.anna.Call<CompleteTaskResponse>(Completing(done));
  EXPECT_THAT(Listed(office.anna, {}), ElementsAre(open));
  ListTasksRequest request;
  request.set_state(Task::STATE_COMPLETED);
  EXPECT_THAT(Listed(office.anna, request), ElementsAre(done));
}

TEST(ListTasks, FiltersByUser) {
  Office office;
  Due(office, kNoon);
  const int64_t his = office.boris.Call<Task>(NewTask(kNoon)).id();
  ListTasksRequest request;
  request.set_assignee_user_id(office.boris_id());
  EXPECT_THAT(Listed(office.anna, request), ElementsAre(his));
}

TEST(ListTasks, FiltersByDeal) {
  Office office;
  Due(office, kNoon);
  auto about = NewTask(kNoon);
  about.mutable_task()->set_deal_id(office.AnnasDeal().id());
  const int64_t tied = office.anna.Call<Task>(about).id();
  ListTasksRequest request;
  request.set_deal_id(about.task().deal_id());
  EXPECT_THAT(Listed(office.anna, request), ElementsAre(tied));
}

TEST(ListTasks, FiltersByDueTime) {
  Office office;
  const int64_t before = Due(office, kNoon - 1);
  Due(office, kNoon);
  ListTasksRequest request;
  *request.mutable_due_before() = Instant(kNoon);
  EXPECT_THAT(Listed(office.anna, request), ElementsAre(before));
}

TEST(ListTasks, ReflectsARescheduledTask) {
  Office office;
  const int64_t first = Due(office, kNoon);
  const int64_t second = Due(office, kNoon + kMinute);
  office.anna.Call<Task>(Rescheduling(first, kNoon + 2 * kMinute));
  EXPECT_THAT(Listed(office.anna, {}), ElementsAre(second, first));
}

TEST(ListTasks, ShowsNothingFromAnotherAccount) {
  Office office, others;
  Due(others, kNoon);
  EXPECT_THAT(Listed(office.anna, {}), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
