#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

constexpr int64_t kHour = 60 * kMinute;

std::map<int64_t, int64_t> Overdue(client::Client& who, int64_t assignee = 0) {
  CountOverdueTasksRequest request;
  request.set_assignee_user_id(assignee);
  const auto response = who.Call<CountOverdueTasksResponse>(request);
  std::map<int64_t, int64_t> counts;
  for (const auto& count : response.counts()) {
    counts[count.assignee_user_id()] = count.tasks();
  }
  return counts;
}

CreateTaskRequest ForTheDayOf(int64_t when, const std::string& zone) {
  auto request = NewTask(when);
  request.mutable_task()->set_all_day(true);
  request.mutable_task()->set_time_zone(zone);
  return request;
}

TEST(OverdueTasks, AreCountedByAssignee) {
  Office office;
  const int64_t now = Crm().Now();
  for (int i = 1; i <= 2; ++i) office.anna.Call<Task>(NewTask(now - i * kMinute));
  office.boris.Call<Task>(NewTask(now - 100 * 24 * kHour));
  EXPECT_THAT(Overdue(office.galina), UnorderedElementsAre(Pair(office.anna_id(), 2), Pair(office.boris_id(), 1)));
}

TEST(OverdueTasks, CanBeFilteredByUser) {
  Office office;
  office.anna.Call<Task>(NewTask(Crm().Now() - kMinute));
  office.boris.Call<Task>(NewTask(Crm().Now() - kMinute));
  EXPECT_THAT(Overdue(office.galina, office.boris_id()), UnorderedElementsAre(Pair(office.boris_id(), 1)));
}

TEST(OverdueTasks, AreNotCompletedAndNotInTheFuture) {
  Office office;
  office.anna.Call<Task>(NewTask(Crm().Now() + kHour));
  const auto done = office.anna.Call<Task>(NewTask(Crm().Now() - kHour));
  office.anna.Call<CompleteTaskResponse>(Completing(done.id()));
  EXPECT_THAT(Overdue(office.anna), IsEmpty());
}

TEST(OverdueTasks, DueOnADayAreOverdueAtItsEndInTheirTimeZone) {
  Office office;
  const int64_t now = Crm().Now();
  const int64_t midnight = now - now % (24 * kHour);  // UTC
  office.anna.Call<Task>(ForTheDayOf(midnight - kMinute, "UTC"));
  // In that zone the day ends at noon UTC.
  office.boris.Call<Task>(ForTheDayOf(midnight - kMinute, "Etc/GMT+12"));
  office.galina.Call<Task>(ForTheDayOf(midnight, "UTC"));
  auto counts = Overdue(office.galina);
  EXPECT_EQ(counts[office.anna_id()], 1);
  EXPECT_EQ(counts[office.boris_id()], now >= midnight + 12 * kHour ? 1 : 0);
  EXPECT_EQ(counts[office.galina_id()], 0);
}

TEST(OverdueTasks, DueOnADayLongPastAreOverdueInEveryTimeZone) {
  Office office;
  office.anna.Call<Task>(ForTheDayOf(Crm().Now() - 49 * kHour, "Pacific/Pago_Pago"));
  EXPECT_EQ(Overdue(office.galina)[office.anna_id()], 1);
}

// How many the caller is listed of each assignee. All of these are overdue.
std::map<int64_t, int64_t> Listed(client::Client& who) {
  const auto response = who.Call<ListTasksResponse>(ListTasksRequest());
  std::map<int64_t, int64_t> counts;
  for (const auto& task : response.tasks()) ++counts[task.assignee_user_id()];
  return counts;
}

TEST(OverdueTasks, AreCountedForWhoeverSeesFewAsTheyAreListed) {
  Office office;
  const int64_t now = Crm().Now();
  const auto deal = office.AnnasDeal();
  office.boris.Call<Task>(NewTask(now - kMinute));
  auto set_for_boris = NewTask(now - kMinute);
  set_for_boris.mutable_task()->set_assignee_user_id(office.boris_id());
  office.anna.Call<Task>(set_for_boris);
  auto of_annas_deal = set_for_boris;
  of_annas_deal.mutable_task()->set_deal_id(deal.id());
  office.galina.Call<Task>(of_annas_deal);
  office.anna.Call<Task>(ForTheDayOf(now - 49 * kHour, "UTC"));
  office.anna.Call<Task>(ForTheDayOf(now - 30 * kHour, "UTC"));
  LimitManagers(office, READ_SCOPE_OWN);
  EXPECT_THAT(Overdue(office.anna), UnorderedElementsAre(Pair(office.anna_id(), 2), Pair(office.boris_id(), 2)));
  EXPECT_EQ(Overdue(office.anna), Listed(office.anna));
  EXPECT_THAT(Overdue(office.anna, office.boris_id()), UnorderedElementsAre(Pair(office.boris_id(), 2)));
  EXPECT_THAT(Overdue(office.boris), UnorderedElementsAre(Pair(office.boris_id(), 3)));
  EXPECT_THAT(Overdue(office.boris, office.anna_id()), IsEmpty());
}

TEST(OverdueTasks, InAnotherAccountAreNotCounted) {
  Office office, others;
  others.anna.Call<Task>(NewTask(Crm().Now() - kMinute));
  EXPECT_THAT(Overdue(office.anna), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
