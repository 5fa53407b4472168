#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/system/history/operation.h"
#include "tests/system/history/stream_record.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/timeline.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::testing {

// A row of an account.
template <class M>
struct Owned {
  int64_t account_id = 0;
  M row = {};
};

// Of a user's inbox.
struct KeptNotification {
  int64_t account_id = 0;
  int64_t user_id = 0;
  notifier::v1::Notification row = {};
};

// A request whose answer the CRM stores.
struct RequestKeyRow {
  int64_t account_id = 0;
  std::string caller;
  std::string method;
  std::string request_id;
  std::string answer;
};

// A period in which the system suffered a fault, until work had gone on again.
struct Disturbance {
  std::string name;
  Moment begin;
  Moment end;
};

// Everything observed of a system from outside while it worked, and everything it stores now that it is at rest.
struct History {
  std::vector<Operation> operations = {};
  std::vector<Reading> readings = {};
  std::vector<Disturbance> disturbances = {};
  // If so, times recorded by processes and times of the database are not comparable.
  bool clock_was_stepped = false;

  // Of the CRM's log and of the notifier's.
  std::vector<StreamRecord> watches = {};
  std::vector<StreamRecord> subscriptions = {};

  // Rows of the CRM; events by partition, then offset, with both.
  std::vector<crm::v1::Event> events = {};
  std::vector<Owned<crm::v1::Deal>> deals = {};
  std::vector<Owned<crm::v1::StageTotal>> totals = {};
  std::vector<Owned<crm::v1::StageVisit>> visits = {};
  std::vector<Owned<crm::v1::Inquiry>> inquiries = {};
  std::vector<Owned<crm::v1::Task>> tasks = {};
  std::vector<Owned<crm::v1::TimelineEntry>> timeline = {};
  std::vector<RequestKeyRow> request_keys = {};

  // Rows of the notifier.
  Log notices = {};
  std::vector<KeptNotification> inbox = {};
};

// The CRM's events as rows of a log, as a stream delivers them.
Log LogOf(const std::vector<crm::v1::Event>& events);

}  // namespace voronka::testing
