#pragma once

#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/crm_service/office.h"
#include "tests/support/parsed.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::testing {

// `new` is left with the approval of the head of sales, who is Галина. Анна is in her team.
class Approvals : public ::testing::Test {
 protected:
  Approvals() {
    SetRules(R"(rules { key: "agreed" binding: BINDING_LEAVE except_lost: true
                        approval { role: ROLE_HEAD_OF_SALES timeout { seconds: 3600 } } })");
  }

  // Returns the login of Анна, who is logged out by it.
  std::string JoinTeamOfGalina() {
    crm::v1::CreateTeamRequest team;
    team.mutable_team()->set_name("Первая");
    team.mutable_team()->set_head_user_id(office_.galina_id());
    crm::v1::UpdateUserRequest joins;
    joins.set_user_id(office_.anna_id());
    joins.mutable_user()->set_team_id(office_.olga.Call<crm::v1::Team>(team).id());
    return office_.olga.Call<crm::v1::User>(joins).login();
  }

  void SetRules(const std::string& rules) {
    auto pipeline = office_.olga.Call<crm::v1::Pipeline>(GettingPipeline("sales"));
    *pipeline.mutable_stages(0)->mutable_rules() = Parsed<crm::v1::Stage>(rules).rules();
    office_.olga.Call<crm::v1::Pipeline>(Updating(pipeline));
  }
  // Returns the login of the user, who is logged out by it.
  std::string SetRole(int64_t user_id, options::v1::Role role) {
    crm::v1::UpdateUserRequest request;
    request.set_user_id(user_id);
    request.mutable_user()->set_role(role);
    return office_.olga.Call<crm::v1::User>(request).login();
  }
  void SetDeputy(int64_t user_id, int64_t deputy) {
    crm::v1::UpdateUserRequest request;
    request.set_user_id(user_id);
    request.mutable_user()->set_deputy_user_id(deputy);
    office_.olga.Call<crm::v1::User>(request);
  }
  crm::v1::Deal NewDealOfAnna() { return anna_.Call<crm::v1::Deal>(NewDeal()); }

  static crm::v1::CreateApprovalRequest AskingFor(const crm::v1::Deal& deal, const std::string& stage = "accepted") {
    crm::v1::CreateApprovalRequest request;
    request.mutable_approval()->set_deal_id(deal.id());
    request.mutable_approval()->set_stage(stage);
    request.mutable_approval()->set_comment("Скидка 10%");
    return request;
  }
  static crm::v1::AnswerApprovalRequest Answering(const crm::v1::Approval& approval, crm::v1::Approval::State state,
                                                  const std::string& comment = "") {
    crm::v1::AnswerApprovalRequest request;
    request.set_approval_id(approval.id());
    request.set_state(state);
    request.set_comment(comment);
    return request;
  }
  static crm::v1::AnswerApprovalRequest Giving(const crm::v1::Approval& approval) {
    return Answering(approval, crm::v1::Approval::STATE_GIVEN);
  }
  static crm::v1::AnswerApprovalRequest Refusing(const crm::v1::Approval& approval) {
    return Answering(approval, crm::v1::Approval::STATE_REFUSED, "Слишком много");
  }
  static int64_t SecondsToAnswer(const crm::v1::Approval& approval) {
    return google::protobuf::util::TimeUtil::DurationToSeconds(approval.pass_on_time() - approval.create_time());
  }
  static crm::v1::WithdrawApprovalRequest TakingBack(const crm::v1::Approval& approval) {
    crm::v1::WithdrawApprovalRequest request;
    request.set_approval_id(approval.id());
    request.set_comment("Передумал");
    return request;
  }
  static crm::v1::UpdateDealRequest Pricing(const crm::v1::Deal& deal, int64_t minor) {
    crm::v1::UpdateDealRequest request;
    request.set_deal_id(deal.id());
    request.mutable_deal()->mutable_amount()->set_minor(minor);
    request.mutable_deal()->mutable_amount()->set_currency("RUB");
    return request;
  }
  crm::v1::Approval Ask(const crm::v1::Deal& deal) { return anna_.Call<crm::v1::Approval>(AskingFor(deal)); }
  std::vector<crm::v1::Approval> Listed(int64_t deal_id,
                                        crm::v1::Approval::State state = crm::v1::Approval::STATE_UNSPECIFIED) {
    crm::v1::ListApprovalsRequest request;
    request.set_deal_id(deal_id);
    request.set_state(state);
    const auto response = anna_.Call<crm::v1::ListApprovalsResponse>(request);
    return {response.approvals().begin(), response.approvals().end()};
  }

  Office office_;
  client::Client anna_ = Crm().User(JoinTeamOfGalina());
};

}  // namespace voronka::testing
