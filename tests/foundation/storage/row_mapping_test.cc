#include "foundation/storage/row_mapping.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include <limits>

#include "foundation/storage/errors.h"
#include "sample.pb.h"
#include "tests/foundation/storage/sample_table.h"
#include "tests/support/database.h"

namespace voronka::storage {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kSelect = "SELECT {columns} FROM samples WHERE account_id = ? AND id = ?";

class RowMappings : public ::testing::Test {
 protected:
  RowMappings() : db_(voronka::testing::FreshSchema()) { CreateSamples(db_); }

  test::Sample RoundTrip(const test::Sample& sample) {
    db_.Insert("samples", {{"account_id", 1}}, sample);
    return db_.SelectOne<test::Sample>(kSelect, 1, sample.id()).value();
  }

  void ExpectRoundTrip(const test::Sample& sample) {
    const test::Sample read = RoundTrip(sample);
    EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(sample, read)) << read.DebugString();
  }

  Connection db_;
};

test::Sample Parse(const char* text) {
  test::Sample sample;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &sample));
  return sample;
}

TEST_F(RowMappings, KeepEveryKindOfField) {
  ExpectRoundTrip(Parse(R"pb(
    id: 1
    small: -5
    small_unsigned: 6
    large_unsigned: 7
    ratio: 0.1
    share: 0.1
    open: true
    colour: COLOUR_BLUE
    text: "Сделка"
    blob: "b"
    maybe_number: 8
    maybe_text: "m"
    happened_at { seconds: 1700000000 nanos: 123456000 }
    took { seconds: 90 nanos: 1000 }
    price { minor: 12345 currency: "RUB" }
    addresses {
      key: "office"
      value { city: "Омск" }
    }
    addresses {
      key: "home"
      value { lines: "a" }
    }
    address { city: "Казань" lines: "a" lines: "b" }
    phone: "+79161234567"
    order: 3
  )pb"));
}

TEST_F(RowMappings, KeepUnsetFieldsUnset) { ExpectRoundTrip(Parse("id: 1")); }

TEST_F(RowMappings, StoreNullForUnsetFieldsWithPresence) {
  RoundTrip(Parse("id: 1"));
  const auto rows = db_.Query(
      "SELECT maybe_number, maybe_text, happened_at, took, price_minor, price_currency, address, phone, user_id "
      "FROM samples");
  for (int column = 0; column < 9; ++column) EXPECT_TRUE(rows.at(0).IsNull(column)) << column;
}

TEST_F(RowMappings, DistinguishEmptyFromUnset) {
  ExpectRoundTrip(Parse("id: 1 maybe_number: 0 maybe_text: '' happened_at {} took {} price {} address {} phone: ''"));
}

TEST_F(RowMappings, KeepTheLimitsOfNumbers) {
  test::Sample highest = Parse("id: 9223372036854775807 large_unsigned: 18446744073709551615 small: 2147483647");
  highest.set_small_unsigned(std::numeric_limits<uint32_t>::max());
  highest.set_ratio(std::numeric_limits<double>::max());
  highest.set_share(std::numeric_limits<float>::max());
  ExpectRoundTrip(highest);
  test::Sample lowest = Parse("id: -9223372036854775808 small: -2147483648 maybe_number: -9223372036854775808");
  lowest.set_ratio(1.2e-7);
  ExpectRoundTrip(lowest);
}

TEST_F(RowMappings, KeepTimestampsBefore1970AndFarInTheFuture) {
  ExpectRoundTrip(Parse("id: 1 happened_at { seconds: -62135596800 } took { seconds: -1 nanos: -1000 }"));
  ExpectRoundTrip(Parse("id: 2 happened_at { seconds: 253402300799 nanos: 999999000 }"));
}

TEST_F(RowMappings, KeepAnyBytes) {
  test::Sample sample = Parse("id: 1");
  for (int byte = 0; byte < 256; ++byte) sample.mutable_blob()->push_back(static_cast<char>(byte));
  ExpectRoundTrip(sample);
}

TEST_F(RowMappings, KeepLargeBytesAfterSmallOnes) {
  test::Sample sample = Parse("id: 1 blob: 'x'");
  ExpectRoundTrip(sample);
  sample.set_id(2);
  sample.set_blob(std::string(3'000'000, '\0') + "end");
  ExpectRoundTrip(sample);
  sample.set_id(3);
  sample.clear_blob();
  ExpectRoundTrip(sample);
}

TEST_F(RowMappings, KeepRussianTextAndEmoji) {
  ExpectRoundTrip(Parse("id: 1 text: 'Ёлка в «Ромашке» 🎄👩‍💻' maybe_text: 'щ'"));
}

TEST_F(RowMappings, KeepANulInText) {
  test::Sample sample = Parse("id: 1");
  sample.set_text(std::string("a\0b", 3));
  ExpectRoundTrip(sample);
}

TEST_F(RowMappings, KeepUnknownEnumValues) {
  test::Sample sample = Parse("id: 1");
  sample.set_colour(static_cast<test::Colour>(99));
  EXPECT_EQ(RoundTrip(sample).colour(), 99);
}

TEST_F(RowMappings, RefuseTextThatIsNotUtf8) {
  db_.ExecuteUnprepared("CREATE TABLE texts (text VARCHAR(9))");
  try {
    db_.Execute("INSERT INTO texts VALUES (?)", "\xff\xfe");
    FAIL() << "text that is not UTF-8 was stored";
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.code(), 1366);
  }
}

TEST_F(RowMappings, UpdateEveryColumn) {
  db_.Insert("samples", {{"account_id", 1}}, Parse("id: 1 text: 'old' phone: 'p' price { minor: 1 currency: 'RUB' }"));
  const test::Sample changed = Parse("id: 1 text: 'new' user_id: 5 order: 9 address { city: 'Омск' }");
  EXPECT_EQ(db_.Update("samples", changed, "WHERE account_id = ? AND id = ?", 1, 1), 1);
  const auto read = db_.SelectOne<test::Sample>(kSelect, 1, 1);
  EXPECT_EQ(read.value().SerializeAsString(), changed.SerializeAsString());
}

TEST_F(RowMappings, UpdateNothingIfThePredicateFails) {
  db_.Insert("samples", {{"account_id", 1}}, Parse("id: 1"));
  EXPECT_EQ(db_.Update("samples", Parse("id: 1 small: 2"), "WHERE account_id = ? AND id = ?", 2, 1), 0);
}

TEST_F(RowMappings, InsertManyRowsInChunks) {
  std::vector<test::Sample> samples(150);
  for (size_t i = 0; i < samples.size(); ++i) samples[i].set_id(static_cast<int64_t>(i));
  db_.InsertMany("samples", {{"account_id", 1}}, samples);
  EXPECT_EQ(db_.Query("SELECT COUNT(*) FROM samples").at(0).Int(0), 150);
}

TEST_F(RowMappings, InsertRowsWithKeysOfTheirOwnWithoutThoseThatAreThere) {
  constexpr std::string_view kAccount[] = {"account_id"};
  db_.Insert("samples", {{"account_id", 7}}, Parse("id: 1 text: 'old'"));
  const auto sample = Parse("id: 1 text: 'new'");
  std::vector<KeyedRow> rows;
  for (int64_t account = 1; account <= 100; ++account) rows.push_back({{account}, &sample});
  EXPECT_EQ(db_.InsertNew("samples", kAccount, rows), 99);
  EXPECT_EQ(db_.InsertNew("samples", kAccount, {}), 0);
  EXPECT_EQ(db_.SelectOne<test::Sample>(kSelect, 7, 1).value().text(), "old");
  EXPECT_EQ(db_.SelectOne<test::Sample>(kSelect, 100, 1).value().text(), "new");
}

TEST_F(RowMappings, ReadSeveralRowsWithMoreColumns) {
  for (const int64_t account : {4, 5}) db_.Insert("samples", {{"account_id", account}}, Parse("id: 1 text: 'a'"));
  const auto rows = db_.SelectExtended<test::Sample>("SELECT {columns}, account_id FROM samples ORDER BY account_id");
  ASSERT_EQ(rows.size(), 2);
  EXPECT_EQ(rows[1].message.text(), "a");
  EXPECT_EQ(rows[1].more.Int(0), 5);
}

TEST_F(RowMappings, ReadAggregatesByName) {
  db_.Insert("samples", {{"account_id", 1}}, Parse("id: 1 order: 40"));
  db_.Insert("samples", {{"account_id", 1}}, Parse("id: 2 order: 2"));
  const auto sum = db_.SelectOne<test::Counter>("SELECT MAX(id) AS id, SUM(`order`) AS total FROM samples");
  EXPECT_EQ(sum.value().ShortDebugString(), "id: 2 total: 42");
}

TEST_F(RowMappings, ReadFromAnAliasedTable) {
  CreateCounters(db_);
  db_.Execute("INSERT INTO counters VALUES (1, 10)");
  const auto joined = db_.Select<test::Counter>(
      "SELECT {c.columns} FROM counters c JOIN counters other ON other.id = c.id WHERE c.total = ?", 10);
  EXPECT_EQ(joined.at(0).total(), 10);
}

TEST_F(RowMappings, RefuseAColumnWithoutAField) {
  EXPECT_THROW(db_.Select<test::Counter>("SELECT 1 AS typo"), std::logic_error);
}

TEST_F(RowMappings, RefuseANumberOutOfItsFieldsRange) {
  EXPECT_THROW(db_.Select<test::Sample>("SELECT 3000000000 AS small"), std::logic_error);
}

TEST_F(RowMappings, RefuseASecondRowWhereOneIsExpected) {
  db_.Insert("samples", {{"account_id", 1}}, Parse("id: 1"));
  db_.Insert("samples", {{"account_id", 1}}, Parse("id: 2"));
  EXPECT_THROW(db_.SelectOne<test::Sample>("SELECT {columns} FROM samples"), std::logic_error);
}

TEST(ColumnLists, OmitFieldsThatAreNotStored) {
  const std::string list = RowMapping::Of(*test::Sample::descriptor()).ColumnList();
  EXPECT_THAT(list, Not(HasSubstr("tags")));
  EXPECT_THAT(list, Not(HasSubstr("labels")));
  EXPECT_THAT(list, Not(HasSubstr("computed")));
  EXPECT_THAT(list, HasSubstr("`price_minor`, `price_currency`"));
}

TEST(ColumnLists, ReplaceEveryPlaceholder) {
  EXPECT_EQ(RowMapping::Of(*test::Counter::descriptor()).Expand("SELECT {columns}, {c.columns} FROM t"),
            "SELECT `id`, `total`, c.`id`, c.`total` FROM t");
}

}  // namespace
}  // namespace voronka::storage
