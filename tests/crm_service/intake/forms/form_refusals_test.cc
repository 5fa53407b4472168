#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;
using std::chrono::minutes;
using ::testing::SizeIs;

ReportFormRefusalsRequest Refused(const std::string& key, const std::string& reason, int64_t count) {
  ReportFormRefusalsRequest request;
  auto& refused = *request.add_refused();
  refused.set_key(key);
  refused.set_reason(reason);
  refused.set_count(count);
  return request;
}

ListFormRefusalsResponse Listed(client::Client& admin, const Form& form) {
  ListFormRefusalsRequest request;
  request.set_form_id(form.id());
  return admin.Call<ListFormRefusalsResponse>(request);
}

void Report(Site& site, const ReportFormRefusalsRequest& request) {
  site.gateway.Call<ReportFormRefusalsResponse>(request);
}

TEST(FormRefusals, AreCountedByReasonWithTheLastTime) {
  Site site;
  EXPECT_THAT(Listed(site.olga, site.form).refusals(), SizeIs(0));
  Report(site, Refused(site.form.key(), "TOO_MANY_SUBMISSIONS", 38));
  Report(site, Refused(site.form.key(), "CONSENT_REQUIRED", 1));
  Crm().Advance(minutes(1));
  const int64_t later = Crm().Now();
  Report(site, Refused(site.form.key(), "TOO_MANY_SUBMISSIONS", 2));
  const auto listed = Listed(site.olga, site.form);
  ASSERT_THAT(listed.refusals(), SizeIs(2));
  EXPECT_EQ(listed.refusals(0).reason(), "CONSENT_REQUIRED");
  EXPECT_EQ(listed.refusals(0).count(), 1);
  EXPECT_LT(TimeUtil::TimestampToMicroseconds(listed.refusals(0).last_time()), later);
  EXPECT_EQ(listed.refusals(1).reason(), "TOO_MANY_SUBMISSIONS");
  EXPECT_EQ(listed.refusals(1).count(), 40);
  EXPECT_GE(TimeUtil::TimestampToMicroseconds(listed.refusals(1).last_time()), later);
}

TEST(FormRefusals, OfOneReportAreCountedOnce) {
  Site site;
  auto report = Refused(site.form.key(), "TOO_MANY_SUBMISSIONS", 5);
  report.set_request_id(site.form.key());
  Report(site, report);
  Report(site, report);
  EXPECT_EQ(Listed(site.olga, site.form).refusals(0).count(), 5);
}

TEST(FormRefusals, OfAnUnknownFormAreIgnored) {
  Site site;
  auto report = Refused("no-such-form", "TOO_MANY_SUBMISSIONS", 5);
  report.MergeFrom(Refused(site.form.key(), "EMPTY_FORM", 1));
  Report(site, report);
  EXPECT_THAT(Listed(site.olga, site.form).refusals(), SizeIs(1));
}

TEST(FormRefusals, AreShownToTheAdminsOfTheAccountAlone) {
  Site site;
  Office others;
  ListFormRefusalsRequest request;
  request.set_form_id(site.form.id());
  EXPECT_EQ(FailureOf(others.olga, request).code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(FailureOf(site.anna, request).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST(FormLookUp, SaysWhetherServersSendTheForm) {
  auto wanted = NewForm();
  wanted.mutable_form()->set_sent_by_servers(true);
  Site by_servers(wanted);
  Site by_clients;
  const auto are_servers = [&](const Form& form) {
    LookUpFormRequest request;
    request.set_key(form.key());
    return by_clients.gateway.Call<LookUpFormResponse>(request).sent_by_servers();
  };
  EXPECT_TRUE(are_servers(by_servers.form));
  EXPECT_FALSE(are_servers(by_clients.form));
  LookUpFormRequest unknown;
  unknown.set_key("no-such-form");
  EXPECT_EQ(FailureOf(by_clients.gateway, unknown).reason(), "UNKNOWN_FORM");
}

}  // namespace
}  // namespace voronka::testing
