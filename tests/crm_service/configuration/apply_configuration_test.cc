#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/crm_service/configuration/configurations.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const std::string kFields = R"(field_sets {
  entity: ENTITY_DEAL
  groups { key: "terms" name: "Условия" }
  fields { key: "delivery" label: "Доставка" kind: KIND_CHOICE group: "terms"
           choices { key: "courier" name: "доставка" } choices { key: "self" name: "самовывоз" } }
}
)";

class ApplyConfigurationTest : public ::testing::Test {
 protected:
  std::string ReasonOf(const google::protobuf::Message& request) { return FailureOf(olga(), request).reason(); }
  client::Client& olga() { return office_.olga; }

  std::vector<std::string> KeysOfPipelines() {
    std::vector<std::string> keys;
    const auto response = olga().Call<ListPipelinesResponse>(ListPipelinesRequest());
    for (const auto& pipeline : response.pipelines()) keys.push_back(pipeline.key());
    return keys;
  }

  FieldSet DealFields() {
    GetFieldSetRequest request;
    request.set_entity(ENTITY_DEAL);
    return olga().Call<FieldSet>(request);
  }

  Office office_;
};

TEST_F(ApplyConfigurationTest, MakesWhatThePlanTells) {
  const auto file = kFields + PipelineText("partners");
  const auto plan = PlanOfFile(olga(), file);
  EXPECT_THAT(Paths(plan), ElementsAre("+ field_sets[\"ENTITY_DEAL\"]", "+ pipelines[\"partners\"]"));
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("sales", "repeat"));
  const auto applied = Apply(olga(), ApplyingFile(file));
  EXPECT_EQ(Paths(applied), Paths(plan));
  EXPECT_EQ(applied.version(), plan.version() + 1);
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("sales", "repeat", "partners"));
  EXPECT_EQ(DealFields().fields(6).label(), "Доставка");
}

TEST_F(ApplyConfigurationTest, ChangesNothingTheSecondTime) {
  const auto file = kFields + PipelineText("partners");
  const auto first = Apply(olga(), ApplyingFile(file));
  const auto again = Apply(olga(), ApplyingFile(file));
  EXPECT_THAT(Paths(again), IsEmpty());
  EXPECT_EQ(again.version(), first.version());
}

TEST_F(ApplyConfigurationTest, LeavesAloneWhatTheFileDoesNotName) {
  Apply(olga(), ApplyingFile(kFields));
  const auto before = Exported(olga());
  Apply(olga(), ApplyingFile(PipelineText("partners")));
  EXPECT_THAT(Paths(PlanOfFile(olga(), before.file())), IsEmpty());
}

TEST_F(ApplyConfigurationTest, RemovesOthersIfToldTo) {
  Apply(olga(), ApplyingFile(kFields));
  const auto plan = Apply(olga(), ApplyingFile(PipelineText("partners", "default_for_inquiries: true"), true));
  EXPECT_THAT(Paths(plan), ElementsAre("- field_sets[\"ENTITY_DEAL\"]", "- pipelines[\"sales\"]",
                                       "- pipelines[\"repeat\"]", "+ pipelines[\"partners\"]"));
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("partners"));
  EXPECT_EQ(DealFields().fields_size(), 6);
  EXPECT_EQ(DealFields().removed_fields(0).key(), "delivery");
}

TEST_F(ApplyConfigurationTest, BringsBackWhatIsNamedAgain) {
  const auto file = kFields + PipelineText("partners");
  const auto id = [&] { return olga().Call<Pipeline>(GettingPipeline("partners")).id(); };
  Apply(olga(), ApplyingFile(file));
  const auto first_id = id();
  Apply(olga(), ApplyingFile(PipelineText("others"), true));
  Apply(olga(), ApplyingFile(file));
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("partners", "others"));
  EXPECT_EQ(id(), first_id);
  EXPECT_THAT(DealFields().removed_fields(), IsEmpty());
}

TEST_F(ApplyConfigurationTest, MovesTheDefaultForInquiries) {
  Apply(olga(), ApplyingFile(PipelineText("partners", "default_for_inquiries: true\n")));
  EXPECT_FALSE(olga().Call<Pipeline>(GettingPipeline("sales")).default_for_inquiries());
  Apply(olga(), ApplyingFile(PipelineText("others", "default_for_inquiries: true\n")));
  EXPECT_FALSE(olga().Call<Pipeline>(GettingPipeline("partners")).default_for_inquiries());
  EXPECT_THAT(Paths(PlanOfFile(olga(), Exported(olga()).file())), IsEmpty());
}

TEST_F(ApplyConfigurationTest, TakesPipelinesThatNameEachOtherAndFieldsThatNameThem) {
  const auto file = PipelineText("first", "repeat_pipeline: \"second\"\n") +
                    PipelineText("second", "repeat_pipeline: \"first\"\n") + R"(field_sets {
  entity: ENTITY_DEAL
  fields { key: "course" label: "Курс" kind: KIND_TEXT pipelines: "second" }
}
)";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)), IsEmpty());
  Apply(olga(), ApplyingFile(file));
  EXPECT_EQ(olga().Call<Pipeline>(GettingPipeline("first")).repeat_pipeline(), "second");
}

TEST_F(ApplyConfigurationTest, RetiresAChoiceThatTheFileForgets) {
  Apply(olga(), ApplyingFile(kFields));
  const auto shorter = R"(field_sets { entity: ENTITY_DEAL
    fields { key: "delivery" label: "Доставка" kind: KIND_CHOICE choices { key: "self" name: "самовывоз" } } })";
  Apply(olga(), ApplyingFile(shorter));
  const auto field = DealFields().fields(6);
  ASSERT_EQ(field.choices_size(), 2);
  EXPECT_EQ(field.choices(1).key(), "courier");
  EXPECT_TRUE(field.choices(1).retired());
}

TEST_F(ApplyConfigurationTest, CountsTheCharactersBeforeAProblem) {
  const auto unknown = PlanOfFile(olga(), "\n\tforms { name: \"Сайт\" pipeline: \"elsewhere\" code: \"site\" }");
  ASSERT_EQ(unknown.problems_size(), 1);
  EXPECT_EQ(unknown.problems(0).line(), 2);
  EXPECT_EQ(unknown.problems(0).column(), 23);
  const auto column = [&](const std::string& file) { return PlanOfFile(olga(), file).problems(0).column(); };
  EXPECT_EQ(column("forms { name: \"Сайт\" nothing: 1 }"), column("forms { name: \"Site\" nothing: 1 }"));
}

TEST_F(ApplyConfigurationTest, TellsEveryProblemWithItsLine) {
  const auto file = R"(pipelines {
  key: "partners"
  name: "Партнёры"
  stages { key: "new" name: "Новая" kind: KIND_OPEN
    rules { key: "ask" binding: BINDING_LEAVE fields { fields: "deal.budget" } }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "paid" name: "Оплачено" kind: KIND_WON }
  stages { key: "new" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
  repeat_pipeline: "nowhere"
}
forms { code: "site" name: "Сайт" pipeline: "elsewhere" }
)";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)),
              ElementsAre("9 pipelines[0].stages[3].key DUPLICATE_KEY", "1 pipelines[0].stages ONE_WON_STAGE",
                          "11 pipelines[0].repeat_pipeline UNKNOWN_PIPELINE",
                          "5 pipelines[0].stages[0].rules[0].fields.fields[0] UNKNOWN_FIELD",
                          "13 forms[0].pipeline UNKNOWN_PIPELINE"));
  const auto failure = FailureOf(olga(), ApplyingFile(file));
  EXPECT_EQ(failure.code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_THAT(failure.what(), HasSubstr("Line 9"));
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("sales", "repeat"));
}

// One rule of each kind that asks for what people do, and a checklist, all of them wrong.
TEST_F(ApplyConfigurationTest, TellsWhatIsWrongWithAttemptsApprovalsAndChecklistsWithItsLine) {
  const auto file = R"(pipelines {
  key: "partners"
  name: "Партнёры"
  stages {
    key: "new" name: "Новая" kind: KIND_OPEN
    checklist { key: "call" text: "Позвонить" }
    checklist {
      key: "call" text: "Ещё раз"
      condition { comparison {
        field: "deal.budget" operator: OPERATOR_FILLED } }
    }
    rules { key: "tried" binding: BINDING_LEAVE attempts { at_least: 3 }
            only_stages: "nowhere" }
    rules { key: "agreed" binding: BINDING_LEAVE
            approval { role: ROLE_MANAGER } }
  }
  stages {
    key: "work" name: "В работе" kind: KIND_OPEN
    rules { key: "ticked" binding: BINDING_ENTER
            checklist {} }
    rules { key: "kept" binding: BINDING_FROM_HERE_ON comment {}
            only_stages: "new" }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON
    checklist { key: "act" text: "Подписать акт" } }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
}
)";
  const std::string stages = "pipelines[0].stages";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)),
              UnorderedElementsAre("8 " + stages + "[0].checklist[1].key DUPLICATE_KEY",
                                   "10 " + stages + "[0].checklist[1].condition.comparison.field UNKNOWN_FIELD",
                                   "13 " + stages + "[0].rules[0].only_stages[0] UNKNOWN_STAGE",
                                   "15 " + stages + "[0].rules[1].approval.role ROLE_GIVES_NO_APPROVAL",
                                   "19 " + stages + "[1].rules[0].binding BINDING_NOT_LEAVE",
                                   "20 " + stages + "[1].rules[0].checklist NO_CHECKLIST",
                                   "21 " + stages + "[1].rules[1].only_stages NOT_OF_THIS_BINDING",
                                   "24 " + stages + "[2].checklist CHECKLIST_NOT_OPEN"));
  EXPECT_EQ(FailureOf(olga(), ApplyingFile(file)).code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_THAT(KeysOfPipelines(), ElementsAre("sales", "repeat"));
}

TEST_F(ApplyConfigurationTest, ExportsAttemptsApprovalsAndChecklistsAsTheyWereApplied) {
  const auto file = kFields + R"(pipelines {
  key: "partners" name: "Партнёры" purpose: PURPOSE_CLAIMS reopen_days: 14
  stages {
    key: "new" name: "Новая" kind: KIND_OPEN
    checklist { key: "call" text: "Позвонить" }
    checklist { key: "ready" text: "Заказ готов" condition { comparison {
      field: "deal.delivery" operator: OPERATOR_ONE_OF values { choice: "self" } } } }
    rules { key: "tried" binding: BINDING_LEAVE attempts { at_least: 3 in_all: true } only_stages: "lost" }
    rules { key: "agreed" binding: BINDING_LEAVE approval { role: ROLE_HEAD_OF_SALES timeout { seconds: 7200 } } }
    rules { key: "ticked" binding: BINDING_LEAVE checklist {} }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
}
)";
  Apply(olga(), ApplyingFile(file));
  const auto stage = olga().Call<Pipeline>(GettingPipeline("partners")).stages(0);
  EXPECT_EQ(stage.rules(1).approval().timeout().seconds(), 7200);
  EXPECT_EQ(stage.checklist(1).text(), "Заказ готов");
  const auto exported = Exported(olga()).file();
  EXPECT_THAT(Paths(PlanOfFile(olga(), exported)), IsEmpty());
  auto fewer = exported;
  fewer.replace(fewer.find("at_least: 3"), 11, "at_least: 2");
  EXPECT_THAT(Paths(PlanOfFile(olga(), fewer)),
              ElementsAre("~ pipelines[\"partners\"].stages[\"new\"].rules[\"tried\"].attempts"));
}

TEST_F(ApplyConfigurationTest, TellsBoundsAndMissingValuesWithTheirLines) {
  const auto file = "pipelines {\n  key: \"Партнёры\"\n  name: \"\"\n}\nforms { name: \"Сайт\" }\n";
  EXPECT_THAT(
      ProblemsOf(PlanOfFile(olga(), file)),
      ElementsAre("2 pipelines[0].key MALFORMED", "3 pipelines[0].name REQUIRED", "1 pipelines[0].stages REQUIRED",
                  "1 pipelines[0].loss_reasons REQUIRED", "5 forms[0].code REQUIRED"));
}

TEST_F(ApplyConfigurationTest, TellsEveryNameThatItDoesNotKnow) {
  const auto plan = PlanOfFile(olga(), "pipelines {\n  kee: \"x\"\n  nam: \"y\"\n}\nstagess { }\n");
  EXPECT_THAT(ProblemsOf(plan), ElementsAre("2  SYNTAX_ERROR", "3  SYNTAX_ERROR", "5  SYNTAX_ERROR"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), "pipelines {")), Contains("1  SYNTAX_ERROR"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), "{\"pipelinez\": []}")), ElementsAre("0  SYNTAX_ERROR"));
}

TEST_F(ApplyConfigurationTest, ReadsJson) {
  EXPECT_THAT(Paths(PlanOfFile(olga(), R"( {"forms": [{"code": "site", "name": "Сайт"}]})")),
              ElementsAre("+ forms[\"site\"]"));
}

TEST_F(ApplyConfigurationTest, RefusesThatAStageWithDealsGoes) {
  const auto deal = office_.AnnasDeal();
  const auto file = PipelineText("sales");
  const auto problems = ProblemsOf(PlanOfFile(olga(), file));
  EXPECT_THAT(problems, IsEmpty()) << "the deal is on `new`, which stays";
  office_.anna.Call<Deal>(Moving(deal.id(), "talks"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)), ElementsAre("1 pipelines[0].stages STAGE_IN_USE"));
  EXPECT_EQ(ReasonOf(ApplyingFile(file)), "STAGE_IN_USE");
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), PipelineText("partners"), true)),
              Contains("0 pipelines[\"sales\"] PIPELINE_IN_USE"));
}

TEST_F(ApplyConfigurationTest, RefusesThatAFieldGoesWhichARuleNeeds) {
  Apply(olga(), ApplyingFile(kFields));
  Apply(olga(), ApplyingFile(PipelineText("partners")));
  const auto with_rule = std::string(R"(pipelines {
  key: "partners" name: "partners"
  stages { key: "new" name: "Новая" kind: KIND_OPEN
           rules { key: "ask" binding: BINDING_LEAVE fields { fields: "deal.delivery" } } }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
}
)");
  Apply(olga(), ApplyingFile(with_rule));
  const auto narrowed = R"(field_sets { entity: ENTITY_DEAL
    fields { key: "delivery" label: "Доставка" kind: KIND_CHOICE pipelines: "sales"
             choices { key: "self" name: "самовывоз" } } })";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), narrowed)), ElementsAre("1 field_sets[0].fields FIELD_IN_USE"));
}

TEST_F(ApplyConfigurationTest, KeepsASystemFieldThatTheFileLeavesOutAsItIs) {
  Apply(olga(), ApplyingFile("field_sets { entity: ENTITY_DEAL fields { key: \"amount\" label: \"Бюджет\" } }"));
  Apply(olga(), ApplyingFile(kFields));
  const auto fields = DealFields().fields();
  ASSERT_EQ(fields.size(), 7);
  EXPECT_EQ(fields[6].key(), "delivery");
  EXPECT_EQ(std::ranges::find(fields, "amount", &Field::key)->label(), "Бюджет");
}

TEST_F(ApplyConfigurationTest, ARuleOfAnArchivedPipelineIsCheckedWhenItComesBack) {
  const auto rule = " rules { key: \"ask\" binding: BINDING_LEAVE fields { fields: \"deal.delivery\" } }";
  auto partners = PipelineText("partners");
  partners.insert(partners.find(" }\n  stages { key: \"won\""), rule);
  Apply(olga(), ApplyingFile(kFields + partners));
  Apply(olga(), ApplyingFile(PipelineText("others"), true));
  UnarchivePipelineRequest unarchive;
  unarchive.set_pipeline("partners");
  EXPECT_EQ(ReasonOf(unarchive), "UNKNOWN_FIELD");
  Apply(olga(), ApplyingFile(kFields));
  olga().Call<Pipeline>(unarchive);
}

TEST_F(ApplyConfigurationTest, FieldsAreSavedAfterAPipelineWithRulesIsArchived) {
  const auto version = Exported(olga()).version();
  Apply(olga(), ApplyingSolution("small"));
  Apply(olga(), RollingBackTo(version));
  UpdateFieldSetRequest request;
  *request.mutable_field_set() = DealFields();
  request.mutable_field_set()->mutable_fields(0)->set_label("Название сделки");
  EXPECT_EQ(olga().Call<FieldSet>(request).fields(0).label(), "Название сделки");
}

// Two pipelines, one of which is archived, and what names it.
TEST_F(ApplyConfigurationTest, KeepsWhatNamesAnArchivedPipeline) {
  const auto fields = R"(field_sets { entity: ENTITY_DEAL
    fields { key: "course" label: "Курс" kind: KIND_TEXT pipelines: "partners" }
    fields { key: "city" label: "Город" kind: KIND_TEXT pipelines: "sales" pipelines: "partners" } })";
  Apply(olga(), ApplyingFile(PipelineText("partners") + PipelineText("direct", "repeat_pipeline: \"partners\"") +
                             fields + "forms { code: \"site\" name: \"Сайт\" pipeline: \"partners\" }"));
  ArchivePipelineRequest archive;
  archive.set_pipeline("partners");
  olga().Call<Pipeline>(archive);
  const auto told = olga().Call<GetConfigurationVersionResponse>(GetConfigurationVersionRequest());
  ASSERT_EQ(told.differences_size(), 1);
  EXPECT_EQ(told.differences(0).path(), "pipelines[\"partners\"]");
  const auto version = Exported(olga()).version();
  auto direct = olga().Call<Pipeline>(GettingPipeline("direct"));
  direct.set_name("Напрямую");
  olga().Call<Pipeline>(Updating(direct));
  EXPECT_THAT(Paths(Apply(olga(), RollingBackTo(version))), ElementsAre("~ pipelines[\"direct\"].name"));
  EXPECT_EQ(olga().Call<Pipeline>(GettingPipeline("direct")).repeat_pipeline(), "partners");
  EXPECT_THAT(DealFields().removed_fields(), IsEmpty());
  EXPECT_THAT(Paths(Apply(olga(), RollingBackTo(version - 1))), ElementsAre("+ pipelines[\"partners\"]"));
  EXPECT_EQ(DealFields().fields(6).pipelines_size(), 1);
  EXPECT_EQ(DealFields().fields(7).pipelines_size(), 2);
  EXPECT_EQ(olga().Call<ListFormsResponse>(ListFormsRequest()).forms(0).pipeline(), "partners");
}

TEST_F(ApplyConfigurationTest, RefusesANameOfAnArchivedPipeline) {
  Apply(olga(), ApplyingFile(PipelineText("partners")));
  ArchivePipelineRequest archive;
  archive.set_pipeline("partners");
  olga().Call<Pipeline>(archive);
  const auto file = R"(field_sets { entity: ENTITY_DEAL
    fields { key: "course" label: "Курс" kind: KIND_TEXT pipelines: "partners" } })";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)),
              ElementsAre("2 field_sets[0].fields[0].pipelines[0] UNKNOWN_PIPELINE"));
}

TEST_F(ApplyConfigurationTest, RefusesAPurposeThatInquiriesDoNotAllow) {
  const auto file = PipelineText("errands", "purpose: PURPOSE_ERRANDS default_for_inquiries: true\n") +
                    PipelineText("direct", "repeat_pipeline: \"warming\"\n") +
                    PipelineText("warming", "purpose: PURPOSE_WARMING\n") +
                    "forms { code: \"site\" name: \"Сайт\" pipeline: \"warming\" }";
  EXPECT_THAT(
      ProblemsOf(PlanOfFile(olga(), file)),
      ElementsAre("8 pipelines[0].purpose NOT_FOR_INQUIRIES", "17 pipelines[1].repeat_pipeline NOT_FOR_INQUIRIES",
                  "26 pipelines[2].purpose NOT_FOR_INQUIRIES", "28 forms[0].pipeline NOT_FOR_INQUIRIES"));
}

// `sales`, which the file does not name, sends repeat inquiries to `repeat`.
TEST_F(ApplyConfigurationTest, RefusesAPurposeThatAnotherPipelineDoesNotAllow) {
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), PipelineText("repeat", "purpose: PURPOSE_CLAIMS\n"))),
              ElementsAre("8 pipelines[0].purpose NOT_FOR_INQUIRIES"));
}

TEST_F(ApplyConfigurationTest, TellsTheDefaultOfAFormWhosePipelineIsForErrandsNow) {
  Apply(olga(),
        ApplyingFile(PipelineText("partners") + "forms { code: \"site\" name: \"Сайт\" pipeline: \"partners\" }"));
  auto partners = olga().Call<Pipeline>(GettingPipeline("partners"));
  partners.set_purpose(Pipeline::PURPOSE_ERRANDS);
  olga().Call<Pipeline>(Updating(partners));
  const auto exported = Exported(olga()).file();
  EXPECT_THAT(exported, ::testing::Not(HasSubstr("pipeline: \"partners\"")));
  const auto again = PlanOfFile(olga(), exported);
  EXPECT_THAT(ProblemsOf(again), IsEmpty());
  EXPECT_THAT(Paths(again), IsEmpty());
  Office other;
  EXPECT_THAT(ProblemsOf(PlanOfFile(other.olga, exported)), IsEmpty());
}

TEST_F(ApplyConfigurationTest, ReadsFilesAsEditorsWriteThem) {
  EXPECT_THAT(Paths(PlanOfFile(olga(), "\xEF\xBB\xBF# Сайт\r\nforms {\r\n\tcode: 'site' name: 'Сайт'\r\n}\r\n")),
              ElementsAre("+ forms[\"site\"]"));
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), "forms { code: \"site\"\nname: \"\\320\" }")),
              ElementsAre("2 forms[0].name NOT_UTF8"));
  const auto quoted = PlanOfFile(olga(), "forms { code: \"site\"\nname: «Сайт» }");
  ASSERT_EQ(quoted.problems_size(), 1);
  EXPECT_EQ(quoted.problems(0).line(), 2);
  EXPECT_THAT(quoted.problems(0).text(), HasSubstr("straight quotes"));
}

TEST_F(ApplyConfigurationTest, SaysOnceThatOnePipelineMustStay) {
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), "forms { code: \"site\" name: \"Сайт\" }", true)),
              ElementsAre("0 pipelines[\"repeat\"] LAST_PIPELINE"));
}

TEST_F(ApplyConfigurationTest, RefusesAnotherKindOfAField) {
  Apply(olga(), ApplyingFile(kFields));
  const auto file = "field_sets { entity: ENTITY_DEAL\n fields { key: \"delivery\" label: \"Д\" kind: KIND_TEXT } }";
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)), ElementsAre("2 field_sets[0].fields[0].kind KIND_FIXED"));
}

TEST_F(ApplyConfigurationTest, RefusesTwoDefaultsAndTwoOfOneKey) {
  const auto file = PipelineText("a", "default_for_inquiries: true\n") +
                    PipelineText("b", "default_for_inquiries: true\n") + PipelineText("b");
  EXPECT_THAT(ProblemsOf(PlanOfFile(olga(), file)),
              ElementsAre("20 pipelines[2].key DUPLICATE_KEY", "17 pipelines[1].default_for_inquiries SECOND_DEFAULT"));
}

TEST_F(ApplyConfigurationTest, RefusesAPlanThatSomebodyHasOvertaken) {
  auto request = ApplyingFile(kFields);
  request.set_etag(PlanOfFile(olga(), kFields).version());
  Apply(olga(), ApplyingFile(PipelineText("partners")));
  const auto failure = FailureOf(olga(), request);
  EXPECT_EQ(failure.reason(), "STALE_ETAG");
  EXPECT_EQ(failure.metadata("etag"), std::to_string(request.etag() + 1));
  request.set_etag(request.etag() + 1);
  EXPECT_THAT(Paths(Apply(olga(), request)), ElementsAre("+ field_sets[\"ENTITY_DEAL\"]"));
}

TEST_F(ApplyConfigurationTest, IsForAdmins) {
  EXPECT_EQ(FailureOf(office_.anna, ApplyingFile(kFields)).code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(FailureOf(office_.galina, PlanningFile(kFields)).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST_F(ApplyConfigurationTest, NeedsOneSource) {
  EXPECT_EQ(ReasonOf(ApplyConfigurationRequest()), "SOURCE_REQUIRED");
  EXPECT_EQ(ReasonOf(ApplyingSolution("nothing")), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(RollingBackTo(1000)), "NOT_FOUND");
}

}  // namespace
}  // namespace voronka::testing
