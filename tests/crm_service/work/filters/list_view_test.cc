#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"
#include "voronka/crm/v1/list_view.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

class ListViews : public ::testing::Test {
 protected:
  static GetListViewRequest ViewOf(FilterSubject subject, int64_t pipeline_id = 0) {
    GetListViewRequest request;
    request.set_subject(subject);
    request.set_pipeline_id(pipeline_id);
    return request;
  }

  static UpdateListViewRequest Showing(const std::vector<std::string>& fields, const std::string& order_by = "",
                                       int64_t pipeline_id = 0) {
    UpdateListViewRequest request;
    auto& view = *request.mutable_list_view();
    view.set_subject(FILTER_SUBJECT_DEALS);
    view.set_pipeline_id(pipeline_id);
    view.set_order_by(order_by);
    for (const auto& field : fields) {
      auto& column = *view.add_columns();
      column.set_field(field);
      column.set_width(100 + view.columns_size());
    }
    return request;
  }

  static std::vector<std::pair<std::string, int>> ColumnsOf(const ListView& view) {
    std::vector<std::pair<std::string, int>> columns;
    for (const auto& column : view.columns()) columns.emplace_back(column.field(), column.width());
    return columns;
  }

  ListView DealsFor(client::Client& who, int64_t pipeline_id = 0) {
    return who.Call<ListView>(ViewOf(FILTER_SUBJECT_DEALS, pipeline_id));
  }

  void AddMargin(bool is_hidden) {
    auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
    auto margin = OwnField("margin", Field::KIND_NUMBER);
    margin.set_filterable(true);
    if (is_hidden) margin.add_visible_to(options::v1::ROLE_HEAD_OF_SALES);
    if (set.fields().rbegin()->key() == "margin") set.mutable_fields()->RemoveLast();
    *set.add_fields() = margin;
    office_.olga.Call<FieldSet>(Updating(set));
  }

  Office office_;
};

TEST_F(ListViews, AreEmptyUntilTheyAreChanged) {
  const auto view = DealsFor(office_.anna);
  EXPECT_EQ(view.subject(), FILTER_SUBJECT_DEALS);
  EXPECT_THAT(view.columns(), IsEmpty());
  EXPECT_EQ(view.order_by(), "");
  EXPECT_EQ(view.etag(), 0);
}

TEST_F(ListViews, AreOnesOwnOnEveryDevice) {
  const auto saved = office_.anna.Call<ListView>(Showing({"deal.name", "contact.phones"}, "amount desc"));
  EXPECT_EQ(saved.etag(), 1);
  auto phone = Crm().User(office_.anna_user.login());
  const auto view = DealsFor(phone);
  EXPECT_THAT(ColumnsOf(view), ElementsAre(Pair("deal.name", 101), Pair("contact.phones", 102)));
  EXPECT_EQ(view.order_by(), "amount desc");
  EXPECT_THAT(DealsFor(office_.boris).columns(), IsEmpty());
}

TEST_F(ListViews, AreOfASubjectAndAPipeline) {
  const auto pipeline = office_.olga.Call<Pipeline>(GettingPipeline("sales"));
  office_.anna.Call<ListView>(Showing({"deal.name"}));
  office_.anna.Call<ListView>(Showing({"deal.amount"}, "", pipeline.id()));
  EXPECT_THAT(ColumnsOf(DealsFor(office_.anna)), ElementsAre(Pair("deal.name", 101)));
  EXPECT_THAT(ColumnsOf(DealsFor(office_.anna, pipeline.id())), ElementsAre(Pair("deal.amount", 101)));
  EXPECT_THAT(office_.anna.Call<ListView>(ViewOf(FILTER_SUBJECT_CONTACTS)).columns(), IsEmpty());
}

TEST_F(ListViews, AreReplacedAsAWholeByWhoHasReadThem) {
  office_.anna.Call<ListView>(Showing({"deal.name"}, "name"));
  auto request = Showing({"deal.amount"});
  request.set_etag(1);
  const auto second = office_.anna.Call<ListView>(request);
  EXPECT_EQ(second.etag(), 2);
  EXPECT_EQ(second.order_by(), "");
  EXPECT_EQ(FailureOf(office_.anna, request).reason(), "STALE_ETAG");
  EXPECT_EQ(office_.anna.Call<ListView>(Showing({"deal.amount"})).etag(), 2) << "nothing has changed";
  EXPECT_THAT(office_.anna.Call<ListView>(Showing({})).columns(), IsEmpty());
}

TEST_F(ListViews, LeaveOutWhatIsNotThereOrNotSeen) {
  AddMargin(false);
  office_.anna.Call<ListView>(Showing({"deal.planet", "deal.margin", "deal.name"}, "fields.margin desc"));
  EXPECT_THAT(ColumnsOf(DealsFor(office_.anna)), ElementsAre(Pair("deal.margin", 102), Pair("deal.name", 103)));
  EXPECT_EQ(DealsFor(office_.anna).order_by(), "fields.margin desc");
  AddMargin(true);
  EXPECT_THAT(ColumnsOf(DealsFor(office_.anna)), ElementsAre(Pair("deal.name", 103)));
  EXPECT_EQ(DealsFor(office_.anna).order_by(), "");
  AddMargin(false);
  EXPECT_EQ(DealsFor(office_.anna).columns_size(), 2) << "it is kept";
}

TEST_F(ListViews, SayAllThatIsWrongWithThem) {
  auto request = Showing({"deal.name", "deal.name"}, "", 4'711);
  EXPECT_THAT(ViolationsOf(office_.anna, request), ElementsAre("UNKNOWN_PIPELINE at list_view.pipeline_id",
                                                               "DUPLICATE_FIELD at list_view.columns[1].field"));
  request = Showing({"contact.name"}, "", office_.olga.Call<Pipeline>(GettingPipeline("sales")).id());
  request.mutable_list_view()->set_subject(FILTER_SUBJECT_CONTACTS);
  EXPECT_THAT(ViolationsOf(office_.anna, request), ElementsAre("PIPELINE_NOT_ALLOWED at list_view.pipeline_id"));
  EXPECT_THAT(ViolationsOf(office_.anna, ViewOf(FILTER_SUBJECT_DEALS, 4'711)),
              ElementsAre("UNKNOWN_PIPELINE at pipeline_id"));
  const std::vector<std::string> many(101, "deal.name");
  EXPECT_THAT(ViolationsOf(office_.anna, Showing(many)), ElementsAre("TOO_MANY at list_view.columns"));
}

}  // namespace
}  // namespace voronka::testing
