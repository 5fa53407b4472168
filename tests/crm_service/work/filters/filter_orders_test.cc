// In which orders lists can be looked at, and where a record stands in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/fields/index/indexed_office.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/work/filters/filtering.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

// The names on all pages, each of one contact.
std::vector<std::string> ContactsBy(client::Client& who, const std::string& order_by, const Condition& filter) {
  std::vector<std::string> names;
  FilterContactsRequest request;
  request.set_order_by(order_by);
  request.set_page_size(1);
  *request.mutable_filter() = filter;
  do {
    const auto page = who.Call<FilterContactsResponse>(request);
    for (const auto& contact : page.contacts()) names.push_back(contact.name());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return names;
}

std::vector<std::string> TasksBy(client::Client& who, const std::string& order_by) {
  std::vector<std::string> texts;
  FilterTasksRequest request;
  request.set_order_by(order_by);
  const auto response = who.Call<FilterTasksResponse>(request);
  for (const auto& task : response.tasks()) texts.push_back(task.text());
  return texts;
}

class FilterOrders : public ::testing::Test {
 protected:
  // To contacts.
  void Add(Field field) {
    auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_CONTACT));
    *set.add_fields() = std::move(field);
    office_.olga.Call<FieldSet>(Updating(set));
  }

  static Field Filterable(const std::string& key, Field::Kind kind) {
    auto field = OwnField(key, kind);
    field.set_filterable(true);
    return field;
  }

  Contact Make(const std::string& name, const std::string& key = "", const FieldValue& value = {}) {
    auto request = NewContact(name);
    if (!key.empty()) (*request.mutable_contact()->mutable_fields())[key] = value;
    return office_.anna.Call<Contact>(request);
  }

  static FieldValue Number(const std::string& number) {
    FieldValue value;
    value.set_number(number);
    return value;
  }

  // By an index of few, and in the order asked for.
  std::vector<std::string> By(const std::string& order_by) {
    const auto narrowed =
        ContactsBy(office_.olga, order_by, Comparing("contact.create_time", "MORE values { time { seconds: 1 } }"));
    EXPECT_EQ(ContactsBy(office_.olga, order_by, Comparing("contact.id", "FILLED")), narrowed) << order_by;
    return narrowed;
  }

  int64_t ValuesWithoutNumber() const {
    return Crm()
        .db()
        .Query("SELECT COUNT(*) FROM indexed_values WHERE account_id = ? AND number IS NULL", office_.account_id())
        .at(0)
        .Int(0);
  }

  Office office_;
};

TEST_F(FilterOrders, OfNumbersAreThoseOfTheirValuesAndEndWithThoseWithoutOne) {
  Add(Filterable("area", Field::KIND_NUMBER));
  Make("без площади");
  for (const std::string number : {"10", "-3", "9", "9.5", "-20"}) Make(number, "area", Number(number));
  Make("тоже без");
  EXPECT_THAT(By("fields.area"), ElementsAre("-20", "-3", "9", "9.5", "10", "без площади", "тоже без"));
  EXPECT_THAT(By("fields.area desc"), ElementsAre("10", "9.5", "9", "-3", "-20", "тоже без", "без площади"));
}

TEST_F(FilterOrders, OfTextsDisregardCase) {
  Add(Filterable("city", Field::KIND_TEXT));
  for (const std::string city : {"Яя", "азов", "Азовское"}) Make(city, "city", TextValue(city));
  EXPECT_THAT(By("fields.city"), ElementsAre("азов", "Азовское", "Яя"));
}

TEST_F(FilterOrders, HaveARecordOnceThatHasSeveralValues) {
  auto goods = ShippingField();
  goods.set_key("goods");
  goods.set_kind(Field::KIND_CHOICES);
  goods.set_filterable(true);
  Add(goods);
  FieldValue later;
  later.mutable_choices()->add_keys("pickup");
  FieldValue both = later;
  both.mutable_choices()->add_keys("delivery");
  Make("самовывоз", "goods", later);
  Make("оба", "goods", both);
  Make("никак");
  EXPECT_THAT(By("fields.goods"), ElementsAre("оба", "самовывоз", "никак"));
  EXPECT_THAT(By("fields.goods desc"), ElementsAre("самовывоз", "оба", "никак"));
}

TEST_F(FilterOrders, OfContactsGoByWhoIsResponsible) {
  for (const auto& [name, user] : {std::pair("ничей", int64_t{0}), std::pair("Бориса", office_.boris_id()),
                                   std::pair("Анны", office_.anna_id()), std::pair("тоже Анны", office_.anna_id())}) {
    auto request = NewContact(name);
    request.mutable_contact()->set_responsible_user_id(user);
    office_.olga.Call<Contact>(request);
  }
  EXPECT_THAT(By("responsible_user_id"), ElementsAre("Анны", "тоже Анны", "Бориса", "ничей"));
  EXPECT_THAT(By("responsible_user_id desc"), ElementsAre("Бориса", "тоже Анны", "Анны", "ничей"));
}

TEST_F(FilterOrders, OfTasksGoByWhenTheyWereMadeAndWhoDoesThem) {
  auto request = NewTask(Crm().Now() + kMinute);
  for (const std::string text : {"первая", "вторая", "третья"}) {
    request.mutable_task()->set_text(text);
    request.mutable_task()->set_assignee_user_id(text == "первая" ? office_.boris_id() : office_.anna_id());
    office_.olga.Call<Task>(request);
  }
  EXPECT_THAT(TasksBy(office_.olga, "create_time desc"), ElementsAre("третья", "вторая", "первая"));
  EXPECT_THAT(TasksBy(office_.olga, "assignee_user_id"), ElementsAre("вторая", "третья", "первая"));
}

TEST_F(FilterOrders, AreUnknownWithoutAnIndexAndToWhoDoesNotSeeTheField) {
  auto margin = Filterable("margin", Field::KIND_NUMBER);
  margin.add_visible_to(options::v1::ROLE_HEAD_OF_SALES);
  Add(margin);
  Add(OwnField("note", Field::KIND_TEXT));
  FilterContactsRequest request;
  request.set_order_by("fields.margin");
  EXPECT_THAT(ViolationsOf(office_.anna, request), ElementsAre("UNKNOWN_ORDER at order_by"));
  EXPECT_NO_THROW(office_.galina.Call<FilterContactsResponse>(request));
  for (const std::string order : {"fields.note", "fields.nothing desc", "fields.name"}) {
    request.set_order_by(order);
    EXPECT_THAT(ViolationsOf(office_.olga, request), ElementsAre("UNKNOWN_ORDER at order_by")) << order;
  }
  FilterTasksRequest tasks;
  tasks.set_order_by("fields.text");
  EXPECT_THAT(ViolationsOf(office_.olga, tasks), ElementsAre("UNKNOWN_ORDER at order_by"));
}

// As the programs of the release before write values.
TEST_F(FilterOrders, LoseNobodyWhoseNumberIsNotThereYet) {
  Add(Filterable("area", Field::KIND_NUMBER));
  const auto early = Make("1", "area", Number("1"));
  Make("2", "area", Number("2"));
  Crm().db().Execute("UPDATE indexed_values SET number = NULL WHERE account_id = ? AND resource_id = ?",
                     office_.account_id(), early.id());
  EXPECT_THAT(By("fields.area"), ElementsAre("2", "1"));
  // Those of other tests come first.
  for (int i = 0; i < 2'000 && ValuesWithoutNumber() > 0; ++i) Crm().DoHousekeeping();
  EXPECT_THAT(By("fields.area"), ElementsAre("1", "2"));
}

TEST(FilterOrdersOfManyValues, WaitUntilTheirIndexIsFull) {
  IndexedOffice office;
  office.Make("Пётр", "A 17");
  office.MakeMany();
  EXPECT_TRUE(office.SetPass(false, true).index_filling());
  FilterContactsRequest request;
  request.set_order_by("fields.pass");
  const auto failure = FailureOf(office.anna, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "INDEX_NOT_READY");
}

}  // namespace
}  // namespace voronka::testing
