import { detail, type BulkDetail } from './detail'

/** What people call the services that are drawn from the icon set, and what they are for; by service id. */
export const bulkDetails: Readonly<Record<string, BulkDetail>> = {
  // Analytics
  'amazon-athena': detail('', 'sql on s3, query data lake, ad hoc query, interactive query'),
  'aws-clean-rooms': detail('', 'share data without revealing it, data collaboration'),
  'aws-data-exchange': detail('adx', 'third-party data, data marketplace'),
  'aws-entity-resolution': detail('', 'match records, master data, deduplicate records'),
  'aws-glue': detail('', 'etl, elt, data integration, spark jobs, data catalog, data pipeline', {
    traits: ['compute'],
  }),
  'aws-glue-databrew': detail('databrew', 'data preparation, clean data'),
  'aws-lake-formation': detail('', 'data lake, data lake permissions, data governance'),
  'amazon-cloudsearch': detail('', 'managed search'),
  'amazon-data-firehose': detail(
    'firehose, kinesis firehose, kinesis data firehose',
    'load streams, stream delivery, streaming ingestion',
    { traits: ['stream'] },
  ),
  'amazon-datazone': detail('', 'data catalog, data marketplace, data governance'),
  'amazon-emr': detail(
    'elastic mapreduce, emr serverless',
    'hadoop, spark, big data, hive, presto, map reduce',
    { scope: 'zonal', traits: ['compute'] },
  ),
  'amazon-finspace': detail('', 'financial analytics, kdb'),
  'amazon-kinesis': detail('', 'streaming, real-time data, data streaming, stream processing', {
    traits: ['stream'],
  }),
  'amazon-kinesis-data-streams': detail(
    'kds, kinesis streams, data streams',
    'streaming ingestion, event streaming, clickstream',
    { traits: ['stream'] },
  ),
  'amazon-managed-service-for-apache-flink': detail(
    'flink, kinesis data analytics, msf',
    'stream analytics, stream processing',
    { traits: ['stream', 'compute'] },
  ),
  'amazon-managed-streaming-for-apache-kafka': detail(
    'msk, kafka, amazon msk, confluent',
    'streaming, event streaming, message log',
    { shortName: 'MSK', scope: 'vpc', traits: ['stream', 'dataStore'] },
  ),
  'amazon-opensearch-service': detail(
    'opensearch, elasticsearch, elastic search, elk, kibana, es',
    'search engine, full-text search, log analytics, vector search',
    { shortName: 'OpenSearch', scope: 'vpc', traits: ['dataStore'] },
  ),
  'amazon-redshift': detail('', 'data warehouse, dwh, warehouse, olap, mpp, teradata replacement', {
    scope: 'vpc',
    traits: ['dataStore', 'database', 'relational'],
  }),
  'amazon-sagemaker': detail('sagemaker unified studio', 'analytics and ai studio, lakehouse'),
  // Application integration
  'aws-appsync': detail('', 'graphql, graphql api, real-time api', { traits: ['apiFrontDoor'] }),
  'aws-b2b-data-interchange': detail('b2bi', 'edi, x12, edifact'),
  'aws-step-functions-express-workflows': detail('express workflows', 'high-volume workflow', {
    traits: ['workflow'],
  }),
  'amazon-appflow': detail('', 'saas integration, salesforce integration, data transfer from saas'),
  'amazon-mq': detail(
    'activemq, rabbitmq, rabbit mq, active mq, jms, amqp, ibm mq replacement',
    'message broker, queue, messaging',
    { scope: 'vpc', traits: ['queue', 'topic'] },
  ),
  'amazon-managed-workflows-for-apache-airflow': detail(
    'mwaa, airflow',
    'workflow orchestration, dag, data pipeline, etl scheduling',
    { shortName: 'MWAA', traits: ['workflow'] },
  ),
  // Artificial intelligence
  'amazon-bedrock': detail(
    '',
    'genai, gen ai, llm, generative ai, foundation models, claude, chatbot, ai agents, rag, ai',
  ),
  'amazon-bedrock-agentcore': detail('agentcore', 'ai agents, agent runtime'),
  'amazon-nova': detail('', 'foundation models, llm'),
  'amazon-q': detail('q developer, q business', 'ai assistant, copilot, chat assistant'),
  'amazon-sagemaker-ai': detail(
    'sagemaker',
    'machine learning, ml, model training, model hosting, inference, notebooks, mlops',
  ),
  'amazon-sagemaker-ground-truth': detail('ground truth', 'data labeling, data labelling'),
  'amazon-augmented-ai-a2i': detail('a2i', 'human review'),
  'amazon-codeguru': detail('', 'code review, profiler'),
  'amazon-codewhisperer': detail('', 'code completion, coding assistant'),
  'amazon-comprehend': detail(
    '',
    'nlp, natural language processing, sentiment analysis, entity extraction',
  ),
  'amazon-comprehend-medical': detail('', 'medical text'),
  'amazon-devops-guru': detail('', 'anomaly detection, aiops'),
  'amazon-forecast': detail('', 'time series forecasting, demand forecast'),
  'amazon-fraud-detector': detail('', 'fraud detection'),
  'amazon-kendra': detail('', 'enterprise search, document search'),
  'amazon-lex': detail('', 'chatbot, conversational interface, voice bot'),
  'amazon-lookout-for-vision': detail('', 'defect detection'),
  'amazon-lookout-for-equipment': detail('', 'predictive maintenance'),
  'amazon-monitron': detail('', 'predictive maintenance, equipment monitoring'),
  'amazon-personalize': detail('', 'recommendations, recommender, personalization'),
  'amazon-polly': detail('tts', 'text to speech, speech synthesis'),
  'amazon-rekognition': detail(
    '',
    'image recognition, face recognition, video analysis, computer vision',
  ),
  'amazon-textract': detail('', 'ocr, document extraction, scan documents'),
  'amazon-transcribe': detail('stt', 'speech to text, transcription'),
  'amazon-translate': detail('', 'translation, machine translation'),
  'aws-healthlake': detail('', 'fhir, health data'),
  'aws-healthomics': detail('', 'genomics'),
  'aws-neuron': detail('inferentia, trainium', 'ml accelerator sdk'),
  // Business and customers
  'amazon-connect': detail('', 'contact center, contact centre, call center, call centre, ivr'),
  'amazon-simple-email-service': detail(
    'ses',
    'send email, email, transactional email, smtp, mail',
    { shortName: 'SES' },
  ),
  'amazon-pinpoint': detail('', 'marketing campaigns, push notifications'),
  'aws-end-user-messaging': detail('', 'sms, text messages, whatsapp, push messages'),
  'amazon-quick-suite': detail(
    'quicksight, quick sight, quick suite',
    'bi, business intelligence, dashboards, reports, tableau, power bi',
    { shortName: 'Quick Suite' },
  ),
  'amazon-chime': detail('', 'video meetings'),
  'amazon-workmail': detail('', 'mailboxes, business email'),
  'amazon-workdocs': detail('', 'document sharing'),
  'aws-supply-chain': detail('', 'supply chain'),
  'aws-wickr': detail('', 'encrypted messaging'),
  'amazon-managed-blockchain': detail('', 'blockchain, ethereum, hyperledger'),
  // Cloud financial management
  'aws-budgets': detail('', 'cost alerts, spending limit, budget'),
  'aws-cost-explorer': detail('', 'cost analysis, cloud costs, finops, billing'),
  'aws-cost-and-usage-report': detail('cur', 'billing data, cost report'),
  'savings-plans': detail('', 'discount, commitment'),
  'reserved-instance-reporting': detail('ri, reserved instances', 'discount, commitment'),
  // Compute and containers
  'aws-app-runner': detail('apprunner', 'web app from container, paas', {
    traits: ['compute', 'container'],
  }),
  'aws-batch': detail('', 'batch jobs, batch processing, job scheduler', { traits: ['compute'] }),
  'aws-elastic-beanstalk': detail('beanstalk, eb', 'paas, web app hosting, application platform', {
    traits: ['compute'],
  }),
  'aws-outposts-family': detail('outpost, outposts', 'aws on premises, hybrid cloud', {
    scope: 'on-premises',
    traits: ['compute'],
  }),
  'aws-outposts-rack': detail('outpost rack', 'aws on premises', {
    scope: 'on-premises',
    traits: ['compute'],
  }),
  'aws-outposts-servers': detail('outpost server', 'aws on premises', {
    scope: 'on-premises',
    traits: ['compute'],
  }),
  'aws-parallelcluster': detail('', 'hpc, slurm, high performance computing', {
    traits: ['compute'],
  }),
  'aws-parallel-computing-service': detail('pcs', 'hpc, slurm', { traits: ['compute'] }),
  'aws-local-zones': detail('local zone', 'edge computing, low latency'),
  'aws-wavelength': detail('', '5g edge, edge computing'),
  'amazon-lightsail': detail('', 'vps, virtual private server, simple hosting, wordpress hosting', {
    traits: ['compute'],
  }),
  'amazon-elastic-vmware-service': detail(
    'evs, vmware cloud on aws, vmc',
    'vmware on aws, relocate vmware, vcf',
    { shortName: 'EVS', scope: 'vpc', traits: ['compute'] },
  ),
  'amazon-ec2-image-builder': detail('image builder', 'golden image, build ami, ami pipeline'),
  'amazon-dcv': detail('nice dcv', 'remote desktop, remote display'),
  ecr: detail(
    'ecr, docker registry, docker hub',
    'container registry, container images, image registry',
    { shortName: 'ECR' },
  ),
  'amazon-ecs-anywhere': detail('', 'containers on premises', {
    scope: 'on-premises',
    traits: ['container', 'compute'],
  }),
  'amazon-eks-anywhere': detail('', 'kubernetes on premises', {
    scope: 'on-premises',
    traits: ['container', 'compute'],
  }),
  'amazon-eks-distro': detail('', 'kubernetes distribution', { traits: ['container'] }),
  'red-hat-openshift-service-on-aws': detail('rosa, openshift', 'kubernetes platform', {
    shortName: 'ROSA',
    scope: 'vpc',
    traits: ['container', 'compute'],
  }),
  bottlerocket: detail('', 'container os'),
  'elastic-fabric-adapter': detail('efa', 'hpc network'),
  // Database
  'amazon-documentdb': detail(
    'documentdb, mongo, mongodb, docdb',
    'document database, json database',
    { scope: 'vpc', traits: ['dataStore', 'database'] },
  ),
  'amazon-keyspaces': detail('cassandra', 'wide column database', {
    traits: ['dataStore', 'database'],
  }),
  'amazon-memorydb': detail('', 'durable redis, in-memory database, valkey', {
    scope: 'vpc',
    traits: ['dataStore', 'database'],
  }),
  'amazon-neptune': detail('neo4j, gremlin, sparql', 'graph database, knowledge graph', {
    scope: 'vpc',
    traits: ['dataStore', 'database'],
  }),
  'amazon-timestream': detail('influxdb', 'time series database, time series', {
    traits: ['dataStore', 'database'],
  }),
  'oracle-database-aws': detail('odb, exadata, oracle database at aws', 'oracle exadata on aws', {
    traits: ['dataStore', 'database', 'relational'],
  }),
  // Developer tools
  'aws-cloud-development-kit': detail('cdk', 'infrastructure as code, iac', { shortName: 'CDK' }),
  'aws-cloud9': detail('', 'web ide, ide'),
  'aws-cloudshell': detail('', 'shell, terminal'),
  'aws-codeartifact': detail(
    '',
    'package repository, artifact repository, npm registry, maven, nexus',
  ),
  'aws-codebuild': detail('', 'build server, ci, continuous integration'),
  'aws-codecommit': detail('', 'git hosting, source control'),
  'aws-codedeploy': detail('', 'deployment, blue green deployment, continuous deployment'),
  'aws-codepipeline': detail(
    'cicd, ci/cd, ci cd',
    'deployment pipeline, release pipeline, continuous delivery, jenkins, devops pipeline',
  ),
  'aws-command-line-interface': detail('cli, aws cli', 'command line'),
  'aws-fault-injection-service': detail('fis', 'chaos engineering, game day'),
  'aws-tools-and-sdks': detail('sdk', 'libraries'),
  'aws-x-ray': detail('xray, x ray', 'distributed tracing, tracing, apm', {
    traits: ['observability'],
  }),
  // End users, front end, games
  'amazon-workspaces': detail(
    '',
    'vdi, virtual desktop, desktop as a service, daas, citrix, remote desktop',
    { scope: 'vpc' },
  ),
  'aws-amplify': detail('', 'frontend hosting, web hosting, mobile backend, static web app'),
  'aws-device-farm': detail('', 'mobile app testing'),
  'amazon-location-service': detail('', 'maps, geocoding, geofencing'),
  'amazon-gamelift-servers': detail('gamelift', 'game servers, multiplayer'),
  // IoT
  'aws-iot-core': detail(
    'iot, mqtt',
    'device connectivity, mqtt broker, internet of things, connected devices',
  ),
  'aws-iot-greengrass': detail('greengrass', 'edge runtime, edge computing'),
  'aws-iot-sitewise': detail('', 'industrial data, opc ua'),
  'aws-iot-twinmaker': detail('', 'digital twin'),
  'aws-iot-fleetwise': detail('', 'vehicle data, connected cars'),
  // Management
  'aws-appconfig': detail('', 'feature flags, feature toggles, application configuration'),
  'aws-application-auto-scaling': detail('', 'scale dynamodb, scale ecs'),
  'aws-cloudformation': detail('cfn', 'infrastructure as code, iac, templates, terraform'),
  'aws-config': detail('', 'configuration history, compliance rules, resource inventory, drift', {
    traits: ['observability', 'security'],
  }),
  'aws-control-tower': detail(
    '',
    'landing zone, multi-account setup, guardrails, account factory',
    { scope: 'global' },
  ),
  'aws-organizations': detail(
    'scp, ou, organization',
    'multi-account, account management, service control policies',
    { scope: 'global' },
  ),
  'aws-systems-manager': detail(
    'ssm',
    'patching, patch management, run command, remote management, bastion replacement',
    { shortName: 'Systems Manager', traits: ['observability'] },
  ),
  'aws-trusted-advisor': detail('', 'best practice checks, recommendations', { scope: 'global' }),
  'aws-well-architected-tool': detail('wa tool, war, well architected', 'architecture review', {}),
  'aws-service-catalog': detail('', 'self-service products, approved products'),
  'aws-compute-optimizer': detail('', 'right-sizing, rightsizing, cost recommendations'),
  'aws-health-dashboard': detail('personal health dashboard, phd', 'service status, outage'),
  'aws-license-manager': detail('', 'licences, license tracking, byol'),
  'aws-resilience-hub': detail('', 'resilience assessment, rto, rpo'),
  'amazon-managed-grafana': detail('grafana', 'dashboards', { traits: ['observability'] }),
  'amazon-managed-service-for-prometheus': detail('prometheus, amp', 'container metrics', {
    traits: ['observability'],
  }),
  'aws-distro-for-opentelemetry': detail('adot, opentelemetry, otel', 'telemetry, tracing', {
    traits: ['observability'],
  }),
  'aws-management-console': detail('console', 'web console'),
  'aws-chatbot': detail('', 'slack alerts, chatops'),
  'aws-auto-scaling': detail('', 'scaling plans'),
  // Media
  'aws-elemental-mediaconvert': detail('mediaconvert', 'video transcoding, transcode'),
  'aws-elemental-medialive': detail('medialive', 'live video, live encoding'),
  'amazon-interactive-video-service': detail('ivs', 'live streaming video'),
  'amazon-kinesis-video-streams': detail('kvs', 'video ingestion, camera streams', {
    traits: ['stream'],
  }),
  // Migration
  'aws-application-discovery-service': detail(
    'ads, discovery agent',
    'discover servers, inventory on-premises, server dependencies',
    { traits: ['migration'] },
  ),
  'aws-migration-evaluator': detail('tso logic', 'business case, migration cost estimate', {
    traits: ['migration'],
  }),
  'aws-migration-hub': detail('', 'track migration, migration tracking', { traits: ['migration'] }),
  'aws-mainframe-modernization': detail('m2, mainframe', 'cobol, modernize mainframe', {
    traits: ['migration'],
  }),
  'aws-transfer-family': detail(
    'sftp, ftp, ftps, as2',
    'file transfer, managed file transfer, mft',
    { traits: ['migration'] },
  ),
  'aws-transform': detail('', 'modernize applications, modernize .net, vmware migration', {
    traits: ['migration'],
  }),
  'aws-data-transfer-terminal': detail('', 'upload data in person', { traits: ['migration'] }),
  // Networking
  'amazon-virtual-private-cloud': detail('amazon vpc service', 'private network service'),
  'aws-app-mesh': detail('envoy', 'service mesh'),
  'aws-cloud-map': detail('', 'service discovery'),
  'aws-cloud-wan': detail('cloudwan', 'global wan, sd-wan', {
    scope: 'global',
    traits: ['networkGateway'],
  }),
  'aws-global-accelerator': detail('', 'anycast, static anycast ip, global traffic', {
    scope: 'global',
  }),
  'aws-privatelink': detail('private link', 'private service access', {
    scope: 'vpc',
    traits: ['networkGateway'],
  }),
  'aws-verified-access': detail('', 'zero trust access, vpn-less access', { traits: ['security'] }),
  'amazon-vpc-lattice': detail('lattice', 'service networking, service mesh', { scope: 'vpc' }),
  'amazon-application-recovery-controller': detail('arc', 'failover control, zonal shift', {}),
  // Security
  'aws-certificate-manager': detail(
    'acm',
    'tls certificate, ssl certificate, certificates, https, ssl, tls',
    { shortName: 'ACM', traits: ['security'] },
  ),
  'aws-private-certificate-authority': detail('private ca, pca', 'pki, internal certificates', {
    traits: ['security'],
  }),
  'aws-cloudhsm': detail('hsm', 'hardware security module', { scope: 'vpc', traits: ['security'] }),
  'aws-directory-service': detail(
    'active directory, ad, managed ad, ldap',
    'directory, domain controller, windows login',
    { scope: 'vpc', traits: ['security'] },
  ),
  'aws-firewall-manager': detail('', 'central firewall policies', { traits: ['security'] }),
  'aws-iam-identity-center': detail(
    'sso, aws sso, identity center, okta',
    'single sign-on, workforce identity',
    { scope: 'global', traits: ['security'] },
  ),
  'aws-network-firewall': detail('', 'stateful inspection, egress filtering, ids, ips', {
    scope: 'vpc',
    traits: ['security'],
  }),
  'aws-security-hub': detail('cspm', 'security findings, security posture', {
    traits: ['security'],
  }),
  'aws-artifact': detail('', 'compliance reports, soc reports'),
  'aws-audit-manager': detail('', 'audit evidence', { traits: ['security'] }),
  'aws-resource-access-manager': detail('ram', 'share resources between accounts', {}),
  'amazon-detective': detail('', 'security investigation', { traits: ['security'] }),
  'amazon-inspector': detail('', 'vulnerability scanning, vulnerabilities, cve', {
    traits: ['security'],
  }),
  'amazon-macie': detail('', 'sensitive data discovery, pii, personal data, gdpr', {
    traits: ['security'],
  }),
  'amazon-security-lake': detail('', 'security logs, siem, ocsf', { traits: ['security'] }),
  'amazon-verified-permissions': detail('cedar', 'fine-grained authorization', {
    traits: ['security'],
  }),
  // Storage
  'aws-elastic-disaster-recovery': detail(
    'drs, dr, cloudendure disaster recovery',
    'disaster recovery, failover to aws',
    { shortName: 'Elastic Disaster Recovery', traits: ['backup', 'migration'] },
  ),
  'aws-snowball': detail(
    'snow, snow family',
    'offline data transfer, data transfer appliance, petabyte transfer',
    { scope: 'on-premises', traits: ['migration'] },
  ),
  'aws-snowball-edge': detail('', 'offline data transfer, edge computing', {
    scope: 'on-premises',
    traits: ['migration'],
  }),
  'amazon-file-cache': detail('', 'file cache', { scope: 'vpc', traits: ['fileStorage'] }),
  'amazon-fsx-for-lustre': detail('lustre', 'hpc file system, scratch storage', {
    shortName: 'FSx for Lustre',
    scope: 'vpc',
    traits: ['dataStore', 'fileStorage'],
  }),
  'amazon-fsx-for-netapp-ontap': detail('netapp, ontap, fsxn', 'nas, multi-protocol file storage', {
    shortName: 'FSx for ONTAP',
    scope: 'vpc',
    traits: ['dataStore', 'fileStorage'],
  }),
  'amazon-fsx-for-openzfs': detail('zfs, openzfs', 'nfs file storage', {
    shortName: 'FSx for OpenZFS',
    scope: 'vpc',
    traits: ['dataStore', 'fileStorage'],
  }),
  'amazon-fsx-for-windows-file-server': detail(
    'fsx windows, windows file server',
    'smb share, windows file share',
    { shortName: 'FSx for Windows', scope: 'vpc', traits: ['dataStore', 'fileStorage'] },
  ),
  'amazon-s3-on-outposts': detail('', 'object storage on premises', {
    scope: 'on-premises',
    traits: ['dataStore', 'objectStorage'],
  }),
}
