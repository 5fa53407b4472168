#include "client/command_line/request_builder.h"

#include <gmock/gmock.h>

#include <initializer_list>
#include <string>

#include "client/command_line/usage_error.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::command_line {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

template <class Request>
Request Built(std::initializer_list<std::string_view> arguments) {
  Request request;
  RequestBuilder builder(request, Here{});
  for (const std::string_view argument : arguments) builder.Set(argument);
  builder.FillUpdateMask();
  return request;
}

template <class Request>
std::string Mistake(std::initializer_list<std::string_view> arguments) {
  try {
    Built<Request>(arguments);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

TEST(Arguments, SetTextsAndNumbers) {
  const auto request = Built<crm::v1::MoveDealRequest>({"deal_id=7", "stage=accepted", "loss_comment=a=b \"c\" \\d\n"});
  EXPECT_EQ(request.deal_id(), 7);
  EXPECT_EQ(request.stage(), "accepted");
  EXPECT_EQ(request.loss_comment(), "a=b \"c\" \\d\n");
}

TEST(Arguments, MustBeUtf8) {
  EXPECT_THAT(Mistake<crm::v1::CreateDealRequest>({"deal.name=\xff"}), HasSubstr("UTF-8"));
  EXPECT_THAT(Mistake<crm::v1::SubmitInquiryRequest>({"inquiry.sent.values.\xff=1"}), HasSubstr("UTF-8"));
  EXPECT_THAT(Mistake<crm::v1::CreateContactRequest>({"contact.phones=\xff"}), HasSubstr("UTF-8"));
}

TEST(Arguments, SetNestedFields) {
  const auto request = Built<crm::v1::CreateDealRequest>({"deal.name=Опт", "deal.amount.minor=-150000"});
  EXPECT_EQ(request.deal().name(), "Опт");
  EXPECT_EQ(request.deal().amount().minor(), -150000);
}

TEST(Arguments, AppendToLists) {
  const auto contact =
      Built<crm::v1::CreateContactRequest>({"contact.phones=+79161234567", "contact.phones=8 (495) 1"}).contact();
  EXPECT_THAT(contact.phones(), ElementsAre("+79161234567", "8 (495) 1"));
  const auto queue =
      Built<crm::v1::CreateQueueRequest>({"queue.member_user_ids[0]=3", "queue.member_user_ids[1]=4"}).queue();
  EXPECT_THAT(queue.member_user_ids(), ElementsAre(3, 4));
}

TEST(Arguments, SetFieldsOfListItems) {
  const auto pipeline =
      Built<crm::v1::CreatePipelineRequest>(
          {"pipeline.stages[0].key=new", "pipeline.stages[1].key=won", "pipeline.stages[0].kind=incoming"})
          .pipeline();
  ASSERT_EQ(pipeline.stages_size(), 2);
  EXPECT_EQ(pipeline.stages(0).key(), "new");
  EXPECT_EQ(pipeline.stages(0).kind(), crm::v1::Stage::KIND_INCOMING);
  EXPECT_EQ(pipeline.stages(1).key(), "won");
}

TEST(Arguments, FillMaps) {
  const auto inquiry =
      Built<crm::v1::SubmitInquiryRequest>({"inquiry.sent.values.city=Омск", "inquiry.sent.values.a.\"b\"=1"})
          .inquiry();
  EXPECT_THAT(inquiry.sent().values(), UnorderedElementsAre(Pair("city", "Омск"), Pair("a.\"b\"", "1")));
}

TEST(Arguments, TakeAnyNameOfAnEnumValue) {
  for (const char* role : {"ROLE_HEAD_OF_SALES", "HEAD_OF_SALES", "head_of_sales", "2"}) {
    const auto request = Built<crm::v1::CreateUserRequest>({std::string("user.role=") + role});
    EXPECT_EQ(request.user().role(), options::v1::ROLE_HEAD_OF_SALES) << role;
  }
}

TEST(Arguments, TakeBooleans) {
  EXPECT_TRUE(Built<crm::v1::CreateTaskRequest>({"task.all_day=yes"}).task().all_day());
  EXPECT_FALSE(Built<crm::v1::CreateTaskRequest>({"task.all_day=true", "task.all_day=false"}).task().all_day());
}

TEST(Arguments, TakeMomentsAndDurations) {
  const auto task = Built<crm::v1::CreateTaskRequest>({"task.due_time=1970-01-01T00:01:00Z",
                                                       "task.reminders.before=10m", "task.reminders.before=90s"})
                        .task();
  EXPECT_EQ(task.due_time().seconds(), 60);
  EXPECT_EQ(task.reminders().before(0).seconds(), 600);
  EXPECT_EQ(task.reminders().before(1).seconds(), 90);
}

TEST(Arguments, TakeMessagesAsJson) {
  const auto request = Built<crm::v1::CreateDealRequest>(
      {R"(deal={"name": "Опт", "amount": {"currency": "RUB"}})", "deal.contact_id=5"});
  EXPECT_EQ(request.deal().name(), "Опт");
  EXPECT_EQ(request.deal().amount().currency(), "RUB");
  EXPECT_EQ(request.deal().contact_id(), 5);
}

TEST(Arguments, TakeJsonFieldNames) { EXPECT_EQ(Built<crm::v1::MoveDealRequest>({"dealId=7"}).deal_id(), 7); }

TEST(Arguments, CanSetAnOptionalFieldToZero) {
  EXPECT_TRUE(Built<crm::v1::ListDealsRequest>({"responsible_user_id=0"}).has_responsible_user_id());
  EXPECT_FALSE(Built<crm::v1::ListDealsRequest>({}).has_responsible_user_id());
}

TEST(Arguments, ExplainMistakes) {
  using crm::v1::CreateDealRequest;
  using crm::v1::CreatePipelineRequest;
  using crm::v1::CreateTaskRequest;
  using crm::v1::CreateUserRequest;
  EXPECT_EQ(Mistake<CreateDealRequest>({"deal"}), "deal: write field=value");
  EXPECT_EQ(Mistake<CreateDealRequest>({"deal.nmae=x"}), "deal.nmae: Deal has no field nmae; did you mean name?");
  EXPECT_EQ(Mistake<CreateDealRequest>({"deal.name.first=x"}), "deal.name.first: name has no fields");
  EXPECT_EQ(Mistake<CreateDealRequest>({"deal.name[0]=x"}), "deal.name[0]: name is not a list");
  EXPECT_EQ(Mistake<CreateDealRequest>({"deal=x"}), "deal: a Deal is written as JSON, '{…}', or field by field");
  EXPECT_THAT(Mistake<CreateDealRequest>({"deal={\"nmae\": 1}"}), HasSubstr("nmae"));
  EXPECT_THAT(Mistake<CreateDealRequest>({"deal.contact_id=five"}), HasSubstr("\"five\""));
  EXPECT_THAT(Mistake<CreateDealRequest>({"deal.contact_id=99999999999999999999"}), HasSubstr("deal.contact_id"));
  EXPECT_THAT(Mistake<CreateDealRequest>({"deal.name=\xff"}), HasSubstr("deal.name"));
  EXPECT_EQ(Mistake<CreateTaskRequest>({"task.all_day=maybe"}), "task.all_day: 'maybe' is neither true nor false");
  EXPECT_THAT(Mistake<CreateTaskRequest>({"task.due_time=soon"}), HasSubstr("'soon' is not a moment"));
  EXPECT_THAT(Mistake<CreateUserRequest>({"user.state=open"}),
              HasSubstr("'open' is none of UNSPECIFIED, ACTIVE, DISABLED"));
  EXPECT_EQ(Mistake<CreatePipelineRequest>({"pipeline.stages.key=a"}),
            "pipeline.stages.key: stages is a list: write stages[0]");
  EXPECT_EQ(Mistake<CreatePipelineRequest>({"pipeline.stages[1].key=a"}),
            "pipeline.stages[1].key: item [1] comes after item [0]");
  EXPECT_EQ(Mistake<CreatePipelineRequest>({"pipeline.stages[x].key=a"}),
            "pipeline.stages[x].key: [x] is not the number of an item");
  EXPECT_EQ(Mistake<CreatePipelineRequest>({"pipeline.stages[0.key=a"}),
            "pipeline.stages[0.key: stages[0: the bracket is not closed");
  EXPECT_EQ(Mistake<crm::v1::SubmitInquiryRequest>({"inquiry.sent.values=a"}),
            "inquiry.sent.values: values needs a key: write values.key=value");
}

TEST(UpdateMasks, NameTheGivenFields) {
  const auto request =
      Built<crm::v1::UpdateDealRequest>({"deal_id=7", "deal.name=", "deal.amount.minor=1", "deal.amount.currency=RUB"});
  EXPECT_THAT(request.update_mask().paths(), UnorderedElementsAre("name", "amount"));
}

TEST(UpdateMasks, AreKeptIfGiven) {
  const auto request = Built<crm::v1::UpdateDealRequest>({"deal.name=x", "update_mask=contact_id,amount"});
  EXPECT_THAT(request.update_mask().paths(), ElementsAre("contact_id", "amount"));
}

TEST(UpdateMasks, AreLeftToTheServerForAJsonResource) {
  EXPECT_THAT(Built<crm::v1::UpdateDealRequest>({R"(deal={"name": "x"})"}).update_mask().paths(), IsEmpty());
}

crm::v1::MoveDealRequest Merged(const std::string& text) {
  crm::v1::MoveDealRequest request;
  RequestBuilder(request, Here{}).Merge(text);
  return request;
}

TEST(WholeRequests, AreReadFromJson) { EXPECT_EQ(Merged(" \n{\"deal_id\": 7}").deal_id(), 7); }

TEST(WholeRequests, AreReadFromTextFormat) { EXPECT_EQ(Merged("deal_id: 7  # seven").deal_id(), 7); }

TEST(WholeRequests, MustBeUtf8) { EXPECT_THROW(Merged(R"(stage: "\377")"), UsageError); }

TEST(WholeRequests, ShowWhereAMistakeIs) {
  try {
    Merged("deal_id: 7\nstagee: \"x\"");
    FAIL() << "no error";
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), testing::AllOf(HasSubstr("2:"), HasSubstr("stagee")));
  }
}

}  // namespace
}  // namespace voronka::command_line
