#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

constexpr int64_t kNoon = 1'800'000'000'000'000;

std::vector<int64_t> Listed(client::Client& who, ListTaskCardsRequest request) {
  std::vector<int64_t> ids;
  do {
    const auto page = who.Call<ListTaskCardsResponse>(request);
    for (const auto& card : page.cards()) ids.push_back(card.task().id());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return ids;
}

int64_t Due(Office& office, int64_t when) { return office.anna.Call<Task>(NewTask(when)).id(); }

TEST(TaskCards, ShowTheDealAndItsOwner) {
  Office office;
  const auto contact = office.anna.Call<Contact>(NewContact("Пётр"));
  auto deal = NewDeal();
  deal.mutable_deal()->set_name("Крыша");
  deal.mutable_deal()->set_contact_id(contact.id());
  auto task = NewTask(kNoon);
  task.mutable_task()->set_deal_id(office.anna.Call<Deal>(deal).id());
  office.anna.Call<Task>(task);
  Due(office, kNoon + 1);
  const auto response = office.anna.Call<ListTaskCardsResponse>(ListTaskCardsRequest());
  const auto& cards = response.cards();
  ASSERT_EQ(cards.size(), 2);
  EXPECT_EQ(cards[0].deal_name(), "Крыша");
  EXPECT_EQ(cards[0].contact_name(), "Пётр");
  EXPECT_EQ(cards[1].deal_name(), "");
  EXPECT_EQ(cards[1].contact_name(), "");
}

TEST(TaskCards, CanBeFilteredByDueTime) {
  Office office;
  Due(office, kNoon - 1);
  const int64_t first = Due(office, kNoon);
  const int64_t last = Due(office, kNoon + kMinute - 1);
  Due(office, kNoon + kMinute);
  ListTaskCardsRequest request;
  *request.mutable_due_after() = Instant(kNoon);
  *request.mutable_due_before() = Instant(kNoon + kMinute);
  EXPECT_THAT(Listed(office.anna, request), ElementsAre(first, last));
}

TEST(TaskCards, AreReturnedOnceEachAtAnyPageSize) {
  Office office;
  Due(office, kNoon - 1);
  std::vector<int64_t> made;
  for (int i = 0; i < 5; ++i) made.push_back(Due(office, kNoon + i / 2));
  ListTaskCardsRequest request;
  *request.mutable_due_after() = Instant(kNoon);
  for (const int page_size : {1, 2, 3}) {
    request.set_page_size(page_size);
    EXPECT_EQ(Listed(office.anna, request), made) << page_size;
  }
}

}  // namespace
}  // namespace voronka::testing
