#pragma once

#include <google/protobuf/empty.pb.h>

#include "foundation/rpc/calls/session.h"
#include "voronka/notifier/v1/delivery.pb.h"

namespace voronka::notifier {

v1::ExplainDeliveryResponse ExplainDelivery(rpc::Session& session, const v1::ExplainDeliveryRequest& request);
google::protobuf::Empty ReportShown(rpc::Session& session, const v1::ReportShownRequest& request);

}  // namespace voronka::notifier
