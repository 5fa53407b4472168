#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/unsorted/unsorted_office.h"
#include "tests/crm_service/work/files/file_requests.h"
#include "voronka/crm/v1/deal_contact.pb.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Property;

// Anna has a deal, and somebody has written who turns out to be of the same firm.
struct TwoDeals : UnsortedOffice {
  const Deal annas = anna.Call<Deal>(Accepting(Inquire("+79160000001")));
  const Deal unsorted = Inquire("+79160000002");

  std::vector<int64_t> InquiriesOf(const Deal& deal) {
    ListInquiriesRequest request;
    request.set_deal_id(deal.id());
    std::vector<int64_t> ids;
    const auto response = olga.Call<ListInquiriesResponse>(request);
    for (const auto& inquiry : response.inquiries()) ids.push_back(inquiry.id());
    return ids;
  }
  int OtherContactsOf(const Deal& deal) {
    ListDealContactsRequest request;
    request.set_deal_id(deal.id());
    return olga.Call<ListDealContactsResponse>(request).deal_contacts_size();
  }
  std::vector<StageTotal> Totals() {
    ListStageTotalsRequest request;
    request.set_pipeline("sales");
    const auto response = olga.Call<ListStageTotalsResponse>(request);
    return {response.totals().begin(), response.totals().end()};
  }
};

TEST(AttachUnsorted, MovesWhatTheClientSentWithItsNotes) {
  TwoDeals office;
  office.olga.Call<TimelineEntry>(Noting(office.unsorted.id(), "Это бухгалтер"));
  const auto sent = office.InquiriesOf(office.unsorted);
  office.boris.Call<Deal>(Attaching(office.unsorted, office.annas));
  EXPECT_THAT(office.InquiriesOf(office.annas), Contains(sent.at(0)));
  EXPECT_THAT(office.InquiriesOf(office.unsorted), IsEmpty());
  const auto timeline = office.TimelineOf(office.annas.id());
  EXPECT_THAT(timeline, Contains(Property(&TimelineEntry::text, "Это бухгалтер")));
  EXPECT_THAT(timeline, Contains(Property(&TimelineEntry::linked_deal_id, office.unsorted.id())));
  EXPECT_EQ(office.OtherContactsOf(office.annas), 1);
}

TEST(AttachUnsorted, LeavesADealThatIsInNoStage) {
  TwoDeals office;
  office.boris.Call<Deal>(Attaching(office.unsorted, office.annas));
  const auto emptied = office.Find(office.unsorted.id());
  EXPECT_EQ(emptied.state(), Deal::STATE_ATTACHED);
  EXPECT_EQ(emptied.stage(), "");
  EXPECT_EQ(emptied.attachment().deal_id(), office.annas.id());
  EXPECT_THAT(WaitingFor(office.anna), IsEmpty());
  EXPECT_THAT(office.Totals(), ElementsAre(Property(&StageTotal::stage, "accepted")));
  EXPECT_EQ(office.olga.Call<CountDealsResponse>(CountDealsRequest()).count(), 1) << "no filter finds it";
  EXPECT_EQ(FailureOf(office.galina, MovingBecause(emptied.id(), "talks", "Надо")).reason(), "NOT_OPEN");
  EXPECT_EQ(FailureOf(office.anna, Accepting(emptied)).reason(), "ALREADY_SORTED");
}

TEST(AttachUnsorted, IsUndoneAsIfNothingHadHappened) {
  TwoDeals office;
  const auto sent = office.InquiriesOf(office.unsorted);
  office.boris.Call<Deal>(Attaching(office.unsorted, office.annas));
  EXPECT_EQ(FailureOf(office.anna, Returning(office.unsorted)).reason(), "NOT_RESPONSIBLE");
  const auto returned = office.boris.Call<Deal>(Returning(office.unsorted));
  EXPECT_EQ(returned.state(), Deal::STATE_OPEN);
  EXPECT_FALSE(returned.has_attachment());
  EXPECT_FALSE(returned.has_reopen_time()) << "it was never closed";
  EXPECT_EQ(office.InquiriesOf(office.unsorted), sent);
  EXPECT_THAT(office.InquiriesOf(office.annas), Not(Contains(sent.at(0))));
  EXPECT_EQ(office.OtherContactsOf(office.annas), 0);
  EXPECT_EQ(office.TimelineOf(office.annas.id()).back().to_stage(), "new") << "it says where the inquiry went";
  EXPECT_THAT(WaitingFor(office.anna), ElementsAre(office.unsorted.id()));
}

TEST(AttachUnsorted, NeedsAnotherDealThatIsOpen) {
  TwoDeals office;
  EXPECT_EQ(FailureOf(office.anna, Attaching(office.unsorted, office.unsorted)).reason(), "SAME_DEAL");
  office.anna.Call<Deal>(Losing(office.annas.id(), "price"));
  EXPECT_EQ(FailureOf(office.anna, Attaching(office.unsorted, office.annas)).reason(), "NOT_OPEN");
}

TEST(AttachUnsorted, IsRefusedOnceThereIsWork) {
  TwoDeals office;
  auto task = NewTask(DatabaseNow() + 60 * kMinute);
  task.mutable_task()->set_deal_id(office.unsorted.id());
  office.olga.Call<Task>(task);
  EXPECT_EQ(FailureOf(office.anna, Attaching(office.unsorted, office.annas)).reason(), "HAS_WORK");
  EXPECT_THAT(WaitingFor(office.anna), ElementsAre(office.unsorted.id()));
}

TEST(AttachUnsorted, IsRefusedOnceThereIsAFile) {
  TwoDeals office;
  Attach(office.olga, office.unsorted.id(), "Прайс");
  EXPECT_EQ(FailureOf(office.anna, Attaching(office.unsorted, office.annas)).reason(), "HAS_WORK");
}

TEST(AttachUnsorted, TakesADealOutOfTheListOfThoseAboutAnother) {
  TwoDeals office;
  CreateLinkedDealRequest request;
  request.set_deal_id(office.annas.id());
  request.mutable_deal()->set_pipeline("sales");
  const auto linked = office.anna.Call<Deal>(request);
  office.boris.Call<Deal>(Attaching(linked, office.annas));
  ListLinkedDealsRequest list;
  list.set_deal_id(office.annas.id());
  EXPECT_EQ(office.olga.Call<ListLinkedDealsResponse>(list).deals_size(), 0);
}

}  // namespace
}  // namespace voronka::testing
