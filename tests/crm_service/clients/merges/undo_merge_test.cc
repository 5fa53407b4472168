#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "foundation/storage/connection.h"
#include "tests/crm_service/clients/merges/merge_calls.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

constexpr char kPhone[] = "+79160000001";
constexpr char kOtherPhone[] = "+79160000002";

class UndoneMerge : public ::testing::Test {
 protected:
  Contact Read(int64_t id) { return office_.anna.Call<Contact>(ReadingContact(id)); }
  Merge Unite(const std::vector<std::string>& taken = {}) {
    return office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id(), taken));
  }
  UndoMergeResponse Undo(const Merge& merge) { return office_.anna.Call<UndoMergeResponse>(Undoing(merge.id())); }

  static std::vector<int64_t> Deals(const UndoMergeResponse& undone, StayedLink::Reason reason) {
    std::vector<int64_t> ids;
    for (const auto& link : undone.stayed()) {
      if (link.reason() == reason) ids.push_back(link.deal_id());
    }
    return ids;
  }

  void Change(int64_t contact_id, const std::string& path, const Contact& contact) {
    UpdateContactRequest request;
    request.set_contact_id(contact_id);
    *request.mutable_contact() = contact;
    request.mutable_update_mask()->add_paths(path);
    office_.anna.Call<Contact>(request);
  }

  Office office_;
  const Contact survivor_ = office_.anna.Call<Contact>(NewContact("Пётр", kPhone));
  const Contact merged_ = office_.anna.Call<Contact>(NewContact("Пётр Иванов", kOtherPhone));
};

TEST_F(UndoneMerge, LeavesBothAsTheyWere) {
  const auto deal = office_.anna.Call<Deal>(DealWith(merged_.id()));
  const auto undone = Undo(Unite({"name"}));
  EXPECT_TRUE(undone.merge().has_undo_time());
  EXPECT_EQ(undone.stayed_size(), 0);
  EXPECT_EQ(Read(survivor_.id()).name(), "Пётр");
  EXPECT_THAT(Read(survivor_.id()).phones(), ElementsAre(kPhone));
  EXPECT_EQ(Read(merged_.id()).name(), "Пётр Иванов");
  EXPECT_THAT(Read(merged_.id()).phones(), ElementsAre(kOtherPhone));
  EXPECT_EQ(office_.Find(deal.id()).contact_id(), merged_.id());
  EXPECT_EQ(office_.TimelineOf(deal.id()).back().kind(), TimelineEntry::KIND_MERGE_UNDONE);
  EXPECT_EQ(office_.intake.Call<Inquiry>(Asking(kOtherPhone)).contact_id(), merged_.id());
}

TEST_F(UndoneMerge, LeavesWhatHasChangedSinceAndNamesIt) {
  const auto moved = office_.anna.Call<Deal>(DealWith(merged_.id()));
  const auto merge = Unite({"name"});
  const auto later = office_.anna.Call<Deal>(DealWith(survivor_.id()));
  const auto third = office_.anna.Call<Contact>(NewContact("Третий"));
  UpdateDealRequest other;
  other.set_deal_id(moved.id());
  other.mutable_deal()->set_contact_id(third.id());
  office_.anna.Call<Deal>(other);
  Contact named;
  named.set_name("Пётр Петрович");
  Change(survivor_.id(), "name", named);

  const auto undone = Undo(merge);
  EXPECT_THAT(Deals(undone, StayedLink::REASON_MOVED_ON), ElementsAre(moved.id()));
  EXPECT_THAT(Deals(undone, StayedLink::REASON_CAME_LATER), ElementsAre(later.id()));
  EXPECT_EQ(std::ranges::count(undone.stayed(), "name", &StayedLink::field), 1);
  EXPECT_EQ(Read(survivor_.id()).name(), "Пётр Петрович");
  EXPECT_EQ(office_.Find(moved.id()).contact_id(), third.id());
  EXPECT_EQ(office_.Find(later.id()).contact_id(), survivor_.id());
}

TEST_F(UndoneMerge, NamesAFileThatIsGone) {
  const auto file = Attach(office_.anna, FileFor(merged_.id()), "content");
  const auto merge = Unite();
  Crm().db().Execute("DELETE FROM files WHERE account_id = ? AND id = ?", office_.account_id(), file.id());
  const auto undone = Undo(merge);
  ASSERT_EQ(undone.stayed_size(), 1);
  EXPECT_EQ(undone.stayed(0).reason(), StayedLink::REASON_MOVED_ON);
  EXPECT_EQ(undone.stayed(0).file_id(), file.id());
}

TEST_F(UndoneMerge, LeavesAPhoneWithWhoeverHasItByNow) {
  const auto merge = Unite();
  Contact alone;
  alone.add_phones(kPhone);
  Change(survivor_.id(), "phones", alone);
  const auto third = office_.anna.Call<Contact>(NewContact("Третий", kOtherPhone));
  Undo(merge);
  EXPECT_EQ(Read(merged_.id()).phones_size(), 0);
  EXPECT_THAT(Read(third.id()).phones(), ElementsAre(kOtherPhone));
}

TEST_F(UndoneMerge, IsUndoneOnce) {
  const auto merge = Unite();
  Undo(merge);
  EXPECT_EQ(FailureOf(office_.anna, Undoing(merge.id())).reason(), "ALREADY_UNDONE");
}

TEST_F(UndoneMerge, WaitsForTheUndoOfALaterOne) {
  const auto merge = Unite();
  const auto third = office_.anna.Call<Contact>(NewContact("Третий"));
  const auto later = office_.anna.Call<Merge>(Merging(third.id(), survivor_.id()));
  const auto failure = FailureOf(office_.anna, Undoing(merge.id()));
  EXPECT_EQ(failure.reason(), "SURVIVOR_MERGED");
  EXPECT_EQ(failure.metadata("merge_id"), std::to_string(later.id()));
  EXPECT_EQ(FailureOf(office_.anna, ReadingContact(merged_.id())).metadata("merged_into_contact_id"),
            std::to_string(third.id()));
  Undo(later);
  Undo(merge);
  EXPECT_EQ(Read(merged_.id()).name(), "Пётр Иванов");
}

TEST_F(UndoneMerge, IsListedWithItsSurvivor) {
  const auto merge = Unite();
  ListMergesRequest list;
  EXPECT_EQ(FailureOf(office_.anna, list).reason(), "REQUIRED");
  list.set_contact_id(survivor_.id());
  EXPECT_EQ(office_.anna.Call<ListMergesResponse>(list).merges(0).merged_name(), "Пётр Иванов");
  Undo(merge);
  EXPECT_TRUE(office_.anna.Call<ListMergesResponse>(list).merges(0).has_undo_time());
}

}  // namespace
}  // namespace voronka::testing
