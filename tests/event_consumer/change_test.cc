#include "event_consumer/change.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "crm_service/log/events/resource_change.h"
#include "sheet.pb.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/form.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::events {
namespace {

using crm::v1::Contact;
using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Form;
using crm::v1::Pipeline;
using crm::v1::ResourceChange;
using google::protobuf::util::MessageDifferencer;
using notes::v1::Sheet;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int64_t kAccount = 5;

// Also in which fields are present.
MATCHER_P(Equals, message, "") { return MessageDifferencer::Equals(arg, message); }

// Resource 7, its other fields in text format.
template <class Resource>
Resource Sample(const std::string& fields) {
  Resource resource;
  if (!google::protobuf::TextFormat::ParseFromString("id: 7 " + fields, &resource)) throw std::invalid_argument(fields);
  return resource;
}

template <class Resource>
Event Changed(const std::string& before, const std::string& after) {
  return testing::Changed(kAccount, Sample<Resource>(before), Sample<Resource>(after));
}

// A reader gets both states as they were.
template <class Resource>
void ExpectRoundTrip(const std::string& before, const std::string& after) {
  const auto change = ReadChange<Resource>(Changed<Resource>(before, after));
  EXPECT_TRUE(change.HasBefore());
  EXPECT_THAT(change.before, Equals(Sample<Resource>(before)));
  EXPECT_THAT(change.after, Equals(Sample<Resource>(after)));
}

template <class Resource>
void ExpectRoundTripBothWays(const std::string& one, const std::string& other) {
  ExpectRoundTrip<Resource>(one, other);
  ExpectRoundTrip<Resource>(other, one);
}

TEST(AChange, OfACreatedResourceHasNoBefore) {
  const auto created = Sample<Deal>("name: 'Кирпич'");
  const auto change = ReadChange<Deal>(testing::Created(kAccount, created));
  EXPECT_EQ(change.kind, ResourceChange::KIND_CREATED);
  EXPECT_FALSE(change.HasBefore());
  EXPECT_THAT(change.before, Equals(Deal()));
  EXPECT_THAT(change.after, Equals(created));
}

TEST(AChange, HasAKindAndAReason) {
  auto event = testing::Changed(kAccount, Sample<Deal>(""), Sample<Deal>("epoch: 2"), ResourceChange::KIND_DECLINED);
  event.mutable_change()->set_reason("на больничном");
  const auto change = ReadChange<Deal>(event);
  EXPECT_EQ(change.kind, ResourceChange::KIND_DECLINED);
  EXPECT_EQ(change.reason, "на больничном");
}

TEST(AChange, IncludesUnchangedFields) {
  ExpectRoundTrip<Deal>("name: 'Кирпич' amount { minor: 100 currency: 'RUB' } epoch: 1",
                        "name: 'Кирпич' amount { minor: 100 currency: 'RUB' } epoch: 2");
}

TEST(AChange, MayChangeNothing) { ExpectRoundTrip<Deal>("name: 'Кирпич'", "name: 'Кирпич'"); }

TEST(AChange, SetsOrClearsAField) {
  ExpectRoundTripBothWays<Deal>("", "name: 'Кирпич' responsible_user_id: 2");
  ExpectRoundTripBothWays<Deal>("name: 'Кирпич'", "responsible_user_id: 2");
}

TEST(AChange, SetsAnOptionalFieldToItsDefault) {
  ExpectRoundTripBothWays<Sheet>("", "rank: 0 nickname: ''");
  ExpectRoundTripBothWays<Sheet>("rank: 3 nickname: 'a'", "rank: 0 nickname: ''");
  ExpectRoundTripBothWays<Sheet>("rank: 0", "nickname: ''");
}

TEST(AChange, ChangesAnEnum) {
  ExpectRoundTripBothWays<Deal>("state: STATE_OPEN", "state: STATE_LOST");
  ExpectRoundTripBothWays<Deal>("", "state: STATE_WON");
}

TEST(AChange, AddsOrRemovesAMessage) {
  ExpectRoundTripBothWays<Deal>("", "amount { minor: 100 currency: 'RUB' }");
  ExpectRoundTripBothWays<Deal>("", "offer_deadline { seconds: 400 }");
  ExpectRoundTripBothWays<Deal>("", "offer_deadline {}");
}

TEST(AChange, ChangesPartOfAMessage) {
  ExpectRoundTripBothWays<Deal>("amount { minor: 100 currency: 'RUB' }", "amount { minor: 200 currency: 'RUB' }");
  ExpectRoundTripBothWays<Deal>("amount { currency: 'RUB' }", "amount { minor: 200 currency: 'RUB' }");
  ExpectRoundTripBothWays<Deal>("amount { minor: 100 }", "amount { currency: 'RUB' }");
  ExpectRoundTripBothWays<Deal>("offer_deadline { seconds: 400 }", "offer_deadline { seconds: 400 nanos: 5 }");
  ExpectRoundTripBothWays<Deal>("offer_deadline {}", "offer_deadline { seconds: 400 }");
}

TEST(AChange, LengthensOrShortensAList) {
  ExpectRoundTripBothWays<Contact>("", "phones: '+79161234567'");
  ExpectRoundTripBothWays<Contact>("phones: '1' phones: '2'", "phones: '1' phones: '2' phones: '3'");
  ExpectRoundTripBothWays<Contact>("phones: '1' phones: '2' phones: '3'", "phones: '3'");
  ExpectRoundTripBothWays<Contact>("phones: '1' phones: '2'", "phones: '2' phones: '1'");
}

TEST(AChange, ChangesAListOfMessages) {
  ExpectRoundTripBothWays<Pipeline>("stages { key: 'new' position: 1 } stages { key: 'won' position: 2 }",
                                    "stages { key: 'new' position: 1 } stages { key: 'won' position: 3 }");
  ExpectRoundTripBothWays<Pipeline>("stages { key: 'new' } stages { key: 'won' }", "stages { key: 'won' }");
}

TEST(AChange, ChangesAMap) {
  ExpectRoundTripBothWays<Form>("field_map { key: 'tel' value: 'phone' }", "field_map { key: 'tel' value: 'text' }");
  ExpectRoundTripBothWays<Form>(
      "", "field_map { key: 'tel' value: 'phone' } field_map { key: 'who' value: 'client_name' }");
}

TEST(AChange, HoldsOnlyChangedFieldsBefore) {
  const auto event =
      Changed<Deal>("name: 'Кирпич' offer_deadline { seconds: 400 } epoch: 1", "name: 'Кирпич' epoch: 2");
  EXPECT_EQ(event.change().resource_id(), 7);
  EXPECT_THAT(event.change().changed().paths(), ElementsAre("offer_deadline", "epoch"));
  Deal before;
  before.mutable_offer_deadline()->set_seconds(400);
  before.set_epoch(1);
  EXPECT_THAT(Unpacked<Deal>(event.change().before()), Equals(before));
}

// Written by a later release.
TEST(AChange, IsReadWithoutFieldsUnknownToTheReader) {
  auto event = Changed<Deal>("epoch: 1", "epoch: 2");
  event.mutable_change()->mutable_changed()->add_paths("mood");
  EXPECT_THAT(ReadChange<Deal>(event).before, Equals(Sample<Deal>("epoch: 1")));
}

class ALargeChange : public ::testing::Test {
 protected:
  // Of so many bytes.
  static Sheet Text(size_t title, size_t body) {
    auto sheet = Sample<Sheet>("weight: 3");
    sheet.set_title(std::string(title, 't'));
    sheet.set_body(std::string(body, 'b'));
    return sheet;
  }
};

TEST_F(ALargeChange, OmitsTheLargestValueBefore) {
  const auto event = testing::Changed(kAccount, Text(40'000, 50'000), Sample<Sheet>("body: 'new'"));
  EXPECT_THAT(event.change().omitted().paths(), ElementsAre("body"));
  EXPECT_THAT(event.change().changed().paths(), ElementsAre("title", "body", "weight"));
  EXPECT_LE(event.change().before().value().size(), crm::kMostBytesBefore);
  const auto change = ReadChange<Sheet>(event);
  EXPECT_THAT(change.before, Equals(Text(40'000, 0)));
  EXPECT_THAT(change.after, Equals(Sample<Sheet>("body: 'new'")));
}

TEST_F(ALargeChange, OmitsValuesLargestFirstUntilTheOthersFit) {
  const auto event = testing::Changed(kAccount, Text(70'000, 80'000), Text(1, 1));
  EXPECT_THAT(event.change().omitted().paths(), ElementsAre("body", "title"));
  EXPECT_THAT(ReadChange<Sheet>(event).before, Equals(Text(0, 0)));
}

TEST_F(ALargeChange, OmitsNothingUpTo64KiB) {
  // The tag takes a byte, the length takes three.
  constexpr size_t kFits = crm::kMostBytesBefore - 4;
  EXPECT_THAT(testing::Changed(kAccount, Text(0, kFits), Text(0, 0)).change().omitted().paths(), IsEmpty());
  EXPECT_THAT(testing::Changed(kAccount, Text(0, kFits + 1), Text(0, 0)).change().omitted().paths(),
              ElementsAre("body"));
}

TEST_F(ALargeChange, KeepsAllValuesAfter) {
  const auto change = ReadChange<Sheet>(testing::Changed(kAccount, Text(1, 1), Text(70'000, 80'000)));
  EXPECT_THAT(change.before, Equals(Text(1, 1)));
  EXPECT_THAT(change.after, Equals(Text(70'000, 80'000)));
}

TEST_F(ALargeChange, IncludesALargeUnchangedField) {
  const auto event = testing::Changed(kAccount, Text(70'000, 1), Text(70'000, 2));
  EXPECT_THAT(event.change().omitted().paths(), IsEmpty());
  EXPECT_THAT(ReadChange<Sheet>(event).before, Equals(Text(70'000, 1)));
}

// The types whose changes are handled.
std::vector<std::string> Handled(const Event& event) {
  std::vector<std::string> handled;
  On<Deal>(event, [&](const ChangeTo<Deal>&) { handled.emplace_back("deal"); });
  On<Contact>(event, [&](const ChangeTo<Contact>&) { handled.emplace_back("contact"); });
  return handled;
}

TEST(AReader, HandlesOnlyChangesOfItsType) {
  EXPECT_THAT(Handled(testing::Created(kAccount, Sample<Deal>(""))), ElementsAre("deal"));
  EXPECT_THAT(Handled(testing::Created(kAccount, Sample<Contact>(""))), ElementsAre("contact"));
  EXPECT_THAT(Handled(testing::Created(kAccount, Sample<Form>(""))), IsEmpty());
}

TEST(AReader, IgnoresAnEventWithoutAChange) { EXPECT_THAT(Handled(Event()), IsEmpty()); }

TEST(AReader, RefusesADamagedResource) {
  auto event = Changed<Deal>("epoch: 1", "epoch: 2");
  event.mutable_change()->mutable_after()->set_value("\xff");
  EXPECT_THROW(ReadChange<Deal>(event), std::runtime_error);
  EXPECT_THROW(Handled(event), std::runtime_error);
}

TEST(AReader, RefusesADamagedResourceBefore) {
  auto event = Changed<Deal>("epoch: 1", "epoch: 2");
  event.mutable_change()->mutable_before()->set_value("\xff");
  EXPECT_THROW(ReadChange<Deal>(event), std::runtime_error);
}

TEST(AReader, RefusesAResourceOfAnotherType) {
  EXPECT_THROW(ReadChange<Contact>(testing::Created(kAccount, Sample<Deal>(""))), std::runtime_error);
  EXPECT_THROW(Unpacked<Deal>(google::protobuf::Any()), std::runtime_error);
}

// Fields that this program does not know.
TEST(AChange, DoesNotNameUnknownFields) {
  const auto before = Sample<Deal>("name: 'Сделка'");
  Deal after;
  ASSERT_TRUE(after.ParseFromString(before.SerializeAsString() + std::string("\xa0\x38\x01", 3)));
  const auto event = testing::Changed(kAccount, before, after);
  EXPECT_THAT(event.change().changed().paths(), IsEmpty());
  EXPECT_EQ(ReadChange<Deal>(event).before.name(), "Сделка");
}

}  // namespace
}  // namespace voronka::events
